package io.throughline.command.customer;

import io.throughline.command.eventstore.EventLog;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.customer.CustomerField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the CRM is to be told of customers. */
@Component
public class CrmCustomers {
  /** What the CRM is told of. */
  public static final List<CustomerField> FIELDS = Particulars.FIELDS;

  private final EventLog log;

  CrmCustomers(EventLog log) {
    this.log = log;
  }

  /**
   * What a customer's account does not say yet, as far as we know.
   *
   * @param particulars as they stand
   * @param fields in which the account differs
   * @param version how many events the customer has
   */
  public record Untold(Particulars particulars, Set<CustomerField> fields, long version) {}

  /**
   * Empty where there is nothing to tell: of one that has no account, was merged into another one,
   * or is erased.
   */
  public Optional<Untold> of(CustomerId customer) {
    var history = log.of("customer/" + customer);
    var agreement = Agreement.of(history);
    var ours = agreement.ours();
    var fields = agreement.toTellCrm();
    return ours == null || fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new Untold(ours, fields, Agreement.version(history)));
  }
}
