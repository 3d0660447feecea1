package io.throughline.command.changes;

import io.throughline.command.changes.TakenChanges.Taken;
import io.throughline.command.fulfilment.KnownInvoices;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import org.springframework.stereotype.Component;

/** An invoice is paid after all for which its order asks no more. */
@Component
class TakePaidInvoiceTask implements TaskHandler<Taken> {
  static final String NAME = "take-paid-invoice";

  private final ToldInvoices invoices;
  private final KnownInvoices known;

  TakePaidInvoiceTask(ToldInvoices invoices, KnownInvoices known) {
    this.invoices = invoices;
    this.known = known;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Taken> dataType() {
    return Taken.class;
  }

  @Override
  public Next run(Taken task, int attempt) {
    return invoices.tell(task, known::isGivenUp);
  }
}
