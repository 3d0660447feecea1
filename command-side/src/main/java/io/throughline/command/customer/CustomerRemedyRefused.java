package io.throughline.command.customer;

import io.throughline.command.customer.CustomerCommand.MendCustomer;
import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.fulfilment.Remedy;
import java.util.List;
import java.util.stream.Collectors;

/** The remedy does not mend the exception, or lacks what it needs. */
public final class CustomerRemedyRefused extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  private CustomerRemedyRefused(String code, String message) {
    super(code, message);
  }

  static CustomerRemedyRefused of(String message) {
    return new CustomerRemedyRefused("remedy-not-applicable", message);
  }

  static CustomerRemedyRefused notOffered(MendCustomer mend, List<Remedy> offered) {
    return new CustomerRemedyRefused(
        "remedy-not-offered",
        "The remedy "
            + mend.remedy().wireName()
            + " does not mend "
            + mend.exceptionId()
            + ". Offered: "
            + offered.stream().map(Remedy::wireName).collect(Collectors.joining(", "))
            + ".");
  }
}
