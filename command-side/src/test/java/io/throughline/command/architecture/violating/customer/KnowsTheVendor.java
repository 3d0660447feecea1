package io.throughline.command.architecture.violating.customer;

import io.throughline.command.architecture.violating.erp.NetSuiteThing;

public final class KnowsTheVendor {
  public NetSuiteThing thing() {
    return new NetSuiteThing();
  }
}
