/**
 * The customer as Salesforce states it and the ERP knows it. {@code RegisterCustomer ->
 * CustomerRegistered -> synchronization with the ERP -> CustomerSynchronized}.
 */
@NullMarked
package io.throughline.command.customer;

import org.jspecify.annotations.NullMarked;
