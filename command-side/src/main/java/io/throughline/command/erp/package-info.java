/**
 * The port to the system of record for customers, products, prices, stock, orders and money, and
 * its adapters. The process speaks {@link io.throughline.command.erp.Erp}; only the adapters know a
 * vendor.
 */
@NullMarked
package io.throughline.command.erp;

import org.jspecify.annotations.NullMarked;
