package io.throughline.query.history;

import io.throughline.kernel.event.DepositEvent;
import io.throughline.kernel.event.DepositEvent.DepositApplied;
import io.throughline.kernel.event.DepositEvent.DepositReceived;
import io.throughline.kernel.event.DepositEvent.DepositRefunded;
import io.throughline.kernel.event.DepositEvent.DepositRequested;
import io.throughline.kernel.event.DepositEvent.DepositReversed;

/** What happened to a deposit, in one sentence for a person. */
final class DepositSentence {
  private DepositSentence() {}

  static String of(DepositEvent event) {
    return switch (event) {
      case DepositRequested it ->
          "The customer was asked to pay " + Sentence.money(it.amount()) + " in advance.";
      case DepositReceived it ->
          Sentence.money(it.amount())
              + " was paid in advance; "
              + (it.remaining().isZero()
                  ? "that is all of the deposit."
                  : Sentence.money(it.remaining()) + " of the deposit is still to be paid.");
      case DepositReversed it ->
          Sentence.money(it.amount())
              + " that was paid in advance was taken back; "
              + Sentence.money(it.remaining())
              + " of the deposit is to be paid.";
      case DepositApplied it ->
          Sentence.money(it.amount())
              + " of the deposit paid the invoice of shipment "
              + it.shipmentId()
              + ".";
      case DepositRefunded it ->
          it.amount().isZero()
              ? "Nothing of a deposit was to be paid back."
              : Sentence.money(it.amount()) + " of the deposit was paid back.";
    };
  }
}
