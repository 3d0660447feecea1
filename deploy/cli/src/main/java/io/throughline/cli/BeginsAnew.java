package io.throughline.cli;

/** A command that keeps nothing for its next run. */
interface BeginsAnew {}
