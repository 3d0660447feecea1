package io.throughline.query.customerprofile;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.ApprovalEvent;
import io.throughline.kernel.event.ClosesExceptions;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.CustomerEvent.CustomerChanged;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.CustomerEvent.CustomerKeyDeleted;
import io.throughline.kernel.event.CustomerEvent.CustomerRefusedByErp;
import io.throughline.kernel.event.CustomerEvent.CustomerRegistered;
import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import io.throughline.kernel.event.CustomerEvent.ErasureBegan;
import io.throughline.kernel.event.CustomerEvent.ErasureCompleted;
import io.throughline.kernel.event.CustomerEvent.ErasureDelayed;
import io.throughline.kernel.event.CustomerEvent.LegalHoldPlaced;
import io.throughline.kernel.event.CustomerEvent.LegalHoldReleased;
import io.throughline.kernel.event.CustomerSyncEvent;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.event.FulfilmentEvent.TermsChanged;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.event.PaymentEvent;
import io.throughline.kernel.event.PaymentEvent.PartPaymentRecorded;
import io.throughline.kernel.event.PaymentEvent.PaymentReversed;
import io.throughline.kernel.event.ReturnEvent.CreditMemoIssued;
import io.throughline.kernel.event.ReturnEvent.RefundIssued;
import io.throughline.kernel.event.SaleEvent.OrderChanged;
import io.throughline.kernel.event.SubscriptionEvent;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.query.customerprofile.CustomerProfile.Erasure;
import io.throughline.query.customerprofile.CustomerProfile.ErasureState;
import io.throughline.query.customerprofile.CustomerProfile.LastShipment;
import io.throughline.query.customerprofile.CustomerProfile.OpenOrder;
import io.throughline.query.customerprofile.CustomerProfile.Particulars;
import io.throughline.query.projection.Projection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Folds all that concerns one customer into one document. An order may come before its customer is
 * registered, so any event may begin it.
 */
@Component
public class CustomerProfileProjection implements Projection<CustomerProfile> {
  static final String PARENT = "parent";
  static final String OWNER = "owner";
  static final String WORDS = "words";

  @Override
  public String name() {
    return "customerprofile";
  }

  /** 4: what is credited and refunded is that of subscriptions too. */
  @Override
  public int version() {
    return 4;
  }

  @Override
  public Class<CustomerProfile> viewType() {
    return CustomerProfile.class;
  }

  @Override
  public Set<String> keysOf(Event event) {
    return switch (event) {
      case CustomerEvent _,
          ApprovalEvent _,
          OrderSubmitted _,
          TermsChanged _,
          OrderChanged _,
          InvoiceIssued _,
          PaymentRecorded _,
          PaymentEvent _,
          CreditMemoIssued _,
          RefundIssued _,
          ShipmentShipped _,
          FulfilmentParked _,
          RemedyApplied _,
          SubscriptionEvent _,
          FulfilmentCompleted _,
          FulfilmentCancelled _ ->
          Set.of(event.belongsTo());
      default -> Set.of();
    };
  }

  @Override
  public CustomerProfile evolve(@Nullable CustomerProfile known, Event event) {
    var draft =
        known == null ? new Draft(new CustomerId(event.belongsTo()), event.at()) : new Draft(known);
    switch (event) {
      case CustomerEvent customer -> fold(draft, customer);
      case ApprovalEvent approval -> fold(draft, approval);
      case OrderSubmitted submitted -> {
        draft.openOrders.add(opened(submitted));
        draft.seller = draft.seller == null ? submitted.owner() : draft.seller;
        draft.changedAt = submitted.at();
      }
      case FulfilmentEvent fulfilment -> fold(draft, fulfilment);
      default -> {} // none of ours
    }
    return draft.done();
  }

  private static void fold(Draft draft, CustomerEvent event) {
    switch (event) {
      case CustomerRegistered registered -> {
        draft.particulars =
            new Particulars(
                registered.name(),
                registered.contact(),
                registered.email(),
                registered.phone(),
                registered.billTo(),
                registered.currency(),
                registered.owner());
        draft.changedAt = event.at();
      }
      case CustomerChanged changed -> {
        if (draft.particulars != null) {
          draft.particulars =
              new Particulars(
                  changed.name(),
                  changed.contact(),
                  changed.email(),
                  changed.phone(),
                  changed.billTo(),
                  draft.particulars.currency(),
                  changed.owner());
          draft.changedAt = event.at();
        }
      }
      case CustomerSynchronized done -> {
        if (draft.erpCustomerId == null) { // the usual account's, which has every customer
          draft.erpCustomerId = done.erpCustomerId();
        }
        draft.erpRefusal = null;
        draft.changedAt = event.at();
      }
      case CustomerRefusedByErp refused -> {
        draft.erpRefusal = refused.reason();
        draft.changedAt = event.at();
      }
      case CustomerSyncEvent sync -> SyncFold.fold(draft, sync);
      case LegalHoldPlaced placed -> {
        draft.legalHoldSince = placed.at();
        draft.changedAt = event.at();
      }
      case LegalHoldReleased _ -> {
        draft.legalHoldSince = null;
        draft.changedAt = event.at();
      }
      case ErasureBegan began -> {
        draft.erasure = ErasureProgress.began(began);
        draft.changedAt = event.at();
      }
      case ErasureDelayed delayed ->
          erasure(
              draft,
              known ->
                  ErasureProgress.moved(known, ErasureState.WAITING, delayed.waitsFor(), event),
              event);
      case CustomerErased _ -> {
        erasure(
            draft,
            known -> ErasureProgress.moved(known, ErasureState.ERASED, List.of(), event),
            event);
        draft.erase();
      }
      case CustomerKeyDeleted deleted ->
          erasure(draft, known -> ErasureProgress.promised(known, deleted), event);
      case ErasureCompleted _ ->
          erasure(
              draft,
              known -> ErasureProgress.moved(known, ErasureState.COMPLETE, List.of(), event),
              event);
    }
  }

  private static void erasure(Draft draft, UnaryOperator<Erasure> change, Event event) {
    if (draft.erasure != null) {
      draft.erasure = change.apply(draft.erasure);
      draft.changedAt = event.at();
    }
  }

  private static void fold(Draft draft, ApprovalEvent event) {
    var told = ErasureProgress.after(draft.erasure, event);
    if (!Objects.equals(told, draft.erasure)) {
      draft.erasure = told;
      draft.changedAt = event.at();
    }
  }

  private static void fold(Draft draft, FulfilmentEvent event) {
    var order = event.orderId();
    if (event instanceof ClosesExceptions settled && !settled.closed().isEmpty()) {
      exceptions(draft, order, waiting -> waiting.filter(id -> !settled.closed().contains(id)));
      draft.changedAt = event.at();
    }
    switch (event) {
      case TermsChanged changed -> worth(draft, order, changed.terms().goodsNet());
      case OrderChanged changed -> {
        worth(draft, order, changed.terms().goodsNet());
        SubscriptionFold.changed(draft, order, changed.terms());
      }
      case InvoiceIssued issued -> {
        draft.order(
            order,
            open ->
                new OpenOrder(
                    order, open.ordered(), open.invoiced().plus(issued.net()), open.exceptions()));
        add(draft.invoiced, issued.net().plus(issued.tax()));
      }
      case PaymentRecorded payment -> {
        add(draft.paid, payment.amount());
        return;
      }
      case PartPaymentRecorded payment -> {
        add(draft.paid, payment.amount());
        return;
      }
      case PaymentReversed payment -> {
        var none = Money.zero(payment.amount().currency());
        add(draft.paid, none.minus(payment.amount()));
      }
      case CreditMemoIssued memo -> add(draft.credited, memo.net().plus(memo.tax()));
      case RefundIssued refund -> add(draft.refunded, refund.amount());
      case ShipmentShipped shipped ->
          draft.shipped(new LastShipment(shipped.shipmentId(), order, shipped.at()));
      case FulfilmentParked parked ->
          exceptions(
              draft, order, waiting -> Stream.concat(waiting, Stream.of(parked.exceptionId())));
      case RemedyApplied applied ->
          exceptions(
              draft, order, waiting -> waiting.filter(id -> !id.equals(applied.exceptionId())));
      case SubscriptionEvent subscription -> {
        SubscriptionFold.fold(draft, subscription);
        return;
      }
      case FulfilmentCompleted _ -> {
        draft.ended(order);
        draft.completedOrders++;
      }
      case FulfilmentCancelled _ -> {
        draft.recurring.removeIf(it -> it.orderId().equals(order));
        draft.ended(order);
        draft.cancelledOrders++;
      }
      default -> {
        return;
      }
    }
    draft.changedAt = event.at();
  }

  private static void worth(Draft draft, OrderId order, Money net) {
    draft.order(order, open -> new OpenOrder(order, net, open.invoiced(), open.exceptions()));
  }

  private static void exceptions(
      Draft draft, OrderId order, UnaryOperator<Stream<ExceptionId>> change) {
    draft.order(
        order,
        open ->
            new OpenOrder(
                order,
                open.ordered(),
                open.invoiced(),
                change.apply(open.exceptions().stream()).toList()));
  }

  private static OpenOrder opened(OrderSubmitted event) {
    return new OpenOrder(
        event.orderId(), event.terms().goodsNet(), Money.zero(event.terms().currency()), List.of());
  }

  /** One sum for each currency. */
  static void add(List<Money> sums, Money amount) {
    var isKnown = sums.stream().anyMatch(sum -> sum.currency().equals(amount.currency()));
    if (isKnown) {
      sums.replaceAll(sum -> sum.currency().equals(amount.currency()) ? sum.plus(amount) : sum);
    } else {
      sums.add(amount);
    }
  }

  @Override
  public List<String> indexedFields() {
    return List.of(PARENT, OWNER, WORDS);
  }

  @Override
  public Map<String, Object> indexed(CustomerProfile profile) {
    var fields = new HashMap<String, Object>();
    var parent = profile.place().parentId();
    if (parent != null) {
      fields.put(PARENT, parent.value());
    }
    var owner = profile.owner();
    if (owner != null) {
      fields.put(OWNER, owner);
    }
    fields.put(WORDS, SearchWords.beginnings(profile));
    return Map.copyOf(fields);
  }

  @Override
  public CustomerId customerOf(CustomerProfile profile) {
    return profile.customerId();
  }
}
