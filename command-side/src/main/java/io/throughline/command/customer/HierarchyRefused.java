package io.throughline.command.customer;

import io.throughline.command.platform.BusinessRefusal;

/** A customer cannot stand there. */
public final class HierarchyRefused extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  HierarchyRefused(String message) {
    super("customer-hierarchy", message);
  }
}
