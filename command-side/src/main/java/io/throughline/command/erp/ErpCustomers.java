package io.throughline.command.erp;

import io.throughline.command.erp.Erp.ErpCustomer;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.customer.FieldValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the ERP does about customers that both sides may change. */
public interface ErpCustomers {

  /** What the ERP states of the customer now, if it has it. */
  Answer<Optional<CustomerInErp>> customer(CustomerId customerId);

  /**
   * Makes the customer or brings the named fields up to date; others stay as they are, for somebody
   * may have changed them there meanwhile. Brings the ERP's own id.
   *
   * @param parent under which it stands, as the ERP knows it by our id; null: left as it is
   */
  Answer<String> putCustomer(
      ErpCustomer customer, Set<CustomerField> fields, @Nullable CustomerId parent);

  /** Gives a record that is in the ERP already our number. Brings its id. */
  Answer<String> linkCustomer(CustomerId customerId, String erpCustomerId);

  /**
   * No new orders are taken for it there any more; those in the books go on. Brings whether the ERP
   * had it.
   */
  Answer<Boolean> retireCustomer(CustomerId customerId);

  /**
   * @param stated what the ERP says of each field that it tells of
   */
  record CustomerInErp(String erpCustomerId, Map<CustomerField, FieldValue> stated) {}
}
