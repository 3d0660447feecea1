package io.throughline.command.architecture.violating.erp;

public final class NetSuiteThing {}
