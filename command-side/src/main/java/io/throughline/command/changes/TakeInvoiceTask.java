package io.throughline.command.changes;

import io.throughline.command.changes.TakenChanges.Taken;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.util.function.BiPredicate;

/** An invoice stands otherwise in the ERP than its order takes it for. */
class TakeInvoiceTask implements TaskHandler<Taken> {
  /** It is open, and the order took it for paid: a payment was taken back. */
  static final String OPEN = "take-open-invoice";

  /** It is paid after all, and the order asks for it no more. */
  static final String PAID = "take-paid-invoice";

  private final String name;
  private final ToldInvoices invoices;
  private final BiPredicate<String, ShipmentId> isNews;
  private final BiPredicate<String, BillId> isNewsOfBill;

  /**
   * @param isNews whether the order, of that account's shipment, has to hear of it
   * @param isNewsOfBill the same of a recurring invoice
   */
  TakeInvoiceTask(
      String name,
      ToldInvoices invoices,
      BiPredicate<String, ShipmentId> isNews,
      BiPredicate<String, BillId> isNewsOfBill) {
    this.name = name;
    this.invoices = invoices;
    this.isNews = isNews;
    this.isNewsOfBill = isNewsOfBill;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Class<Taken> dataType() {
    return Taken.class;
  }

  @Override
  public Next run(Taken task, int attempt) {
    return invoices.tell(task, isNews, isNewsOfBill);
  }
}
