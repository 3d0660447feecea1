package io.throughline.command.changes;

import io.throughline.command.fulfilment.KnownInvoices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the ERP's invoices is news to their orders. */
@Configuration(proxyBeanMethods = false)
class InvoiceTasks {

  @Bean
  TakeInvoiceTask takeOpenInvoice(ToldInvoices invoices, KnownInvoices known) {
    return new TakeInvoiceTask(TakeInvoiceTask.OPEN, invoices, known::isSettled, known::isSettled);
  }

  @Bean
  TakeInvoiceTask takePaidInvoice(ToldInvoices invoices, KnownInvoices known) {
    return new TakeInvoiceTask(TakeInvoiceTask.PAID, invoices, known::isGivenUp, known::isGivenUp);
  }
}
