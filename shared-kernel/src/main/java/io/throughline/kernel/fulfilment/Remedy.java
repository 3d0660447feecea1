package io.throughline.kernel.fulfilment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.kernel.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a person can do about a parked exception: a command with its parameters and the roles that
 * may send it.
 */
public enum Remedy {
  /** Do the step again as it is: the other system was mended. */
  RETRY("Try again", Set.of(), Set.of(Role.OPERATIONS, Role.FINANCE, Role.SALES, Role.INTEGRATION)),
  /** Let the order through above the customer's credit limit. */
  RELEASE_CREDIT("Release above the credit limit", Set.of(), Set.of(Role.FINANCE)),
  /** Let the prices and discounts stand although they are not the list's. */
  APPROVE_PRICE("Approve the price", Set.of(), Set.of(Role.FINANCE, Role.OPERATIONS)),
  /** Replace the tax code. Parameter {@code taxRegion}. */
  CORRECT_TAX_REGION(
      "Correct the tax region", Set.of("taxRegion"), Set.of(Role.FINANCE, Role.OPERATIONS)),
  /**
   * Sell another product on one line. Parameters {@code lineId}, {@code productId}; {@code
   * unitPrice} may follow, before discounts and tax, in the order's currency. Without it the price
   * is the ERP's list price, or the line's own where it was agreed with the customer.
   */
  SUBSTITUTE_PRODUCT(
      "Substitute the product", Set.of("lineId", "productId"), Set.of(Role.SALES, Role.OPERATIONS)),
  /** Sell the order without one line. Parameter {@code lineId}. */
  REMOVE_LINE("Remove the line", Set.of("lineId"), Set.of(Role.SALES, Role.OPERATIONS)),
  /**
   * Replace the address. Parameters {@code street}, {@code city}, {@code country}; region and
   * postal code may follow.
   */
  CORRECT_ADDRESS(
      "Correct the address",
      Set.of("street", "city", "country"),
      Set.of(Role.SALES, Role.OPERATIONS)),
  /** What Salesforce states of the customer's field stands; the ERP is told. */
  KEEP_OURS("Keep ours", Set.of(), Set.of(Role.SALES, Role.OPERATIONS)),
  /** What the ERP states of the customer's field stands. */
  TAKE_THEIRS("Take theirs", Set.of(), Set.of(Role.SALES, Role.OPERATIONS)),
  /**
   * State a customer's field anew; the ERP is told. Parameter {@code field} where the exception is
   * not about one; {@code value}, or for an address {@code name}, {@code street}, {@code city},
   * {@code country}; region and postal code may follow.
   */
  EDIT_FIELD("Correct the field", Set.of(), Set.of(Role.SALES, Role.OPERATIONS)),
  /**
   * The ERP's record of that id is this customer: it gets our number. Parameter {@code
   * erpCustomerId}.
   */
  LINK_CUSTOMER(
      "Link the ERP's customer",
      Set.of("erpCustomerId"),
      Set.of(Role.OPERATIONS, Role.INTEGRATION)),
  /**
   * Sell a subscription at another price from the next term on. Parameter {@code unitPrice}, before
   * discounts and tax, in the order's currency.
   */
  REPRICE("Renew at another price", Set.of("unitPrice"), Set.of(Role.SALES, Role.OPERATIONS)),
  /** Have a subscription end with what is invoiced of it. */
  END_SUBSCRIPTION(
      "End the subscription", Set.of(), Set.of(Role.SALES, Role.FINANCE, Role.OPERATIONS)),
  /** Take back what was found, and no more than was announced. */
  ACCEPT_INSPECTION(
      "Go by what was found", Set.of(), Set.of(Role.OPERATIONS, Role.FINANCE, Role.SALES)),
  /**
   * What was counted left: it is booked and invoiced. What is short stays ordered; what is over is
   * sold, as a change of the order that the ERP has to take.
   */
  ACCEPT_COUNT("Go by what left", Set.of(), Set.of(Role.OPERATIONS, Role.SALES)),
  /** What was counted left, and what is short is not wanted any more. */
  CLOSE_SHORT("Close the rest", Set.of(), Set.of(Role.OPERATIONS, Role.SALES)),
  /**
   * What was asked for is booked and invoiced: it was miscounted, or what is over is not sold and
   * is fetched back, or left to the customer, outside of the order.
   */
  DISMISS_COUNT("Go by what was asked for", Set.of(), Set.of(Role.OPERATIONS, Role.FINANCE)),
  /** The goods are not going to come: undo what was begun for them. */
  WITHDRAW_RETURN("Withdraw the return", Set.of(), Set.of(Role.SALES, Role.OPERATIONS)),
  /** The order waits for the money no longer: it stays due, and collecting it is others' work. */
  HAND_TO_COLLECTIONS("Hand to collections", Set.of(), Set.of(Role.FINANCE)),
  /** The order is shipped without the deposit; it is taken when it comes all the same. */
  WAIVE_DEPOSIT("Ship without the deposit", Set.of(), Set.of(Role.FINANCE)),
  /** The money stays on the customer's account. */
  LEAVE_ON_ACCOUNT("Leave it on account", Set.of(), Set.of(Role.FINANCE)),
  /** What the ERP books stands, although something else was agreed. */
  ACCEPT_AMOUNT("Go by the ERP's amount", Set.of(), Set.of(Role.FINANCE)),
  /** Give the order up, undoing what was done. */
  CANCEL_ORDER("Cancel the order", Set.of(), Set.of(Role.SALES, Role.OPERATIONS));

  private final String label;
  private final Set<String> parameters;
  private final Set<Role> roles;

  Remedy(String label, Set<String> parameters, Set<Role> roles) {
    this.label = label;
    this.parameters = parameters;
    this.roles = roles;
  }

  public String label() {
    return label;
  }

  /** The names of the parameters that must be given. */
  public Set<String> parameters() {
    return parameters;
  }

  public Set<Role> roles() {
    return roles;
  }

  /** As in URLs and events: {@code release-credit}. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Remedy> named(String wireName) {
    return Arrays.stream(values()).filter(remedy -> remedy.wireName().equals(wireName)).findAny();
  }

  @JsonCreator
  static Remedy fromWire(String wireName) {
    return named(wireName)
        .orElseThrow(() -> new IllegalArgumentException("No remedy is named " + wireName + "."));
  }
}
