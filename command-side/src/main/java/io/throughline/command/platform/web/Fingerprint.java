package io.throughline.command.platform.web;

/** Tells whether two requests under one key are the same. */
record Fingerprint(String value) {}
