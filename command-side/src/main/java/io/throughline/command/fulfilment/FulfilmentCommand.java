package io.throughline.command.fulfilment;

import io.throughline.command.logistics.ReturnUpdate;
import io.throughline.command.logistics.ShipmentUpdate;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderChange;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.Role;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentStarted;
import io.throughline.kernel.event.FulfilmentEvent.StepAnswer;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Detour;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.InspectedLine;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.Settlement;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an order's fulfilment. Every command may be sent twice without harm. */
public sealed interface FulfilmentCommand {

  OrderId orderId();

  /** In business time (UTC). */
  Instant at();

  @TargetAggregateIdentifier
  default String fulfilmentId() {
    return "fulfilment/" + orderId();
  }

  /** Set out with the terms that the order was submitted with. */
  record StartFulfilment(FulfilmentStarted terms) implements FulfilmentCommand {
    @Override
    public OrderId orderId() {
      return terms.orderId();
    }

    @Override
    public Instant at() {
      return terms.at();
    }
  }

  /** A step was carried out, or has to be parked. */
  record RecordAnswer(StepAnswer answer) implements FulfilmentCommand {
    @Override
    public OrderId orderId() {
      return answer.orderId();
    }

    @Override
    public Instant at() {
      return answer.at();
    }
  }

  /** The logistics provider tells how far a shipment has come. */
  record RecordShipmentUpdate(ShipmentUpdate update) implements FulfilmentCommand {
    @Override
    public OrderId orderId() {
      return update.shipmentId().orderId();
    }

    @Override
    public Instant at() {
      return update.at();
    }
  }

  /**
   * A shipment's milestone should have come by now.
   *
   * @param since when the milestone before it was reached
   */
  record NoteOverdue(
      OrderId orderId, ShipmentId shipmentId, AwaitedMilestone awaited, Instant since, Instant at)
      implements FulfilmentCommand {}

  /**
   * The ERP said how an invoice stands.
   *
   * @param paid what of it is paid and stands, with tax, deposits included
   * @param remaining what of it is due, with tax: neither paid nor credited
   */
  record TakePayments(
      OrderId orderId, ShipmentId shipmentId, Money paid, Money remaining, Instant at)
      implements FulfilmentCommand {}

  /**
   * The ERP said how a recurring invoice stands.
   *
   * @param invoiceId in the ERP
   * @param paid what is paid and stands, with tax
   * @param remaining what is still to be paid, with tax
   */
  record TakeBillPayments(
      OrderId orderId, BillId billId, String invoiceId, Money paid, Money remaining, Instant at)
      implements FulfilmentCommand {}

  /**
   * The ERP said what it got in advance.
   *
   * @param received all that was ever booked, with tax
   */
  record TakeDeposits(OrderId orderId, Money received, Instant at) implements FulfilmentCommand {}

  /** Let nothing more leave a warehouse. */
  record SuspendShipping(OrderId orderId, String reason, Instant at) implements FulfilmentCommand {}

  /** Let goods leave again. */
  record ResumeShipping(OrderId orderId, Instant at) implements FulfilmentCommand {}

  /** Undo what was done, if nothing has left a warehouse yet. */
  record CancelFulfilment(OrderId orderId, String reason, Instant at)
      implements FulfilmentCommand {}

  /**
   * Change the order, as far as nothing that it touches has left a warehouse.
   *
   * @param actor who asks, as an opaque id
   */
  record ChangeFulfilment(OrderId orderId, OrderChange change, String actor, Instant at)
      implements FulfilmentCommand {}

  /**
   * Change or cancel a subscription that the ERP has taken.
   *
   * @param actor who asks, as an opaque id
   */
  record ChangeSubscription(
      OrderId orderId, LineId lineId, SubscriptionWish wish, String actor, Instant at)
      implements FulfilmentCommand {}

  /**
   * Begin nothing new for the order until it is released.
   *
   * @param actor who asks, as an opaque id
   */
  record HoldFulfilment(OrderId orderId, String reason, String actor, Instant at)
      implements FulfilmentCommand {}

  /**
   * Let the order go on.
   *
   * @param actor who asks, as an opaque id
   */
  record ReleaseFulfilment(OrderId orderId, String reason, String actor, Instant at)
      implements FulfilmentCommand {}

  /**
   * A product was changed in the ERP.
   *
   * @param erp the account in which it was
   */
  record TakeProductChange(
      OrderId orderId, String erp, ProductId productId, boolean discontinued, Instant at)
      implements FulfilmentCommand {}

  /**
   * Mend a parked exception.
   *
   * @param actor who asks, as an opaque id
   * @param roles the roles of whoever asks
   */
  record ApplyRemedy(
      ExceptionId exceptionId,
      Remedy remedy,
      Map<String, String> parameters,
      String actor,
      Set<Role> roles,
      Instant at)
      implements FulfilmentCommand {
    @Override
    public OrderId orderId() {
      return exceptionId.orderId();
    }
  }

  /**
   * What operators ask for. {@code actor} is who, as an opaque id; {@code reason} is one sentence
   * for whoever reads the history.
   */
  sealed interface OperatorCommand extends FulfilmentCommand {

    /** Begin nothing more, whatever it is. */
    record PauseOrder(OrderId orderId, String reason, String actor, Instant at)
        implements OperatorCommand {}

    /** Go on. */
    record ResumeOrder(OrderId orderId, String reason, String actor, Instant at)
        implements OperatorCommand {}

    /** Ask for a step anew that is parked, or has been under way for too long. */
    record RetryStep(OrderId orderId, StepId stepId, String reason, String actor, Instant at)
        implements OperatorCommand {}

    /** Take a step for done. */
    record SkipStep(OrderId orderId, StepId stepId, String reason, String actor, Instant at)
        implements OperatorCommand {}

    /** Have a parked step carried out elsewhere. */
    record RerouteStep(
        OrderId orderId, StepId stepId, Detour detour, String reason, String actor, Instant at)
        implements OperatorCommand {}

    /** Have a parked step carried out on the terms that two people agreed on. */
    record InjectPayload(
        OrderId orderId,
        StepId stepId,
        SaleTerms terms,
        ApprovalId approvalId,
        String actor,
        Instant at)
        implements OperatorCommand {}

    /** An exception should have been mended by now. */
    record NoteExceptionOverdue(
        ExceptionId exceptionId, Cause cause, Money held, Instant since, Instant at)
        implements OperatorCommand {
      @Override
      public OrderId orderId() {
        return exceptionId.orderId();
      }
    }
  }

  /** What becomes of goods that come back. {@code actor} is who asks, as an opaque id. */
  sealed interface ReturnCommand extends FulfilmentCommand {

    /**
     * Take goods back that have left a warehouse.
     *
     * @param settlement what the customer wants for them
     * @param reason personal: in the customer's words
     */
    record RequestReturn(
        OrderId orderId,
        List<LineQuantity> lines,
        Settlement settlement,
        String reason,
        String actor,
        Instant at)
        implements ReturnCommand {}

    /** The goods are not going to come. */
    record WithdrawReturn(ReturnId returnId, String reason, String actor, Instant at)
        implements ReturnCommand {
      @Override
      public OrderId orderId() {
        return returnId.orderId();
      }
    }

    /**
     * Somebody of ours looked at the goods.
     *
     * @param note personal: in that person's words
     */
    record InspectReturn(
        ReturnId returnId,
        List<InspectedLine> inspected,
        @Nullable String note,
        String actor,
        Instant at)
        implements ReturnCommand {
      @Override
      public OrderId orderId() {
        return returnId.orderId();
      }
    }

    /** The logistics provider tells of goods that came back. */
    record RecordReturnUpdate(ReturnUpdate update) implements ReturnCommand {
      @Override
      public OrderId orderId() {
        return update.returnId().orderId();
      }

      @Override
      public Instant at() {
        return update.at();
      }
    }
  }
}
