package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.ReturnCase.Stage;
import io.throughline.kernel.LineId;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.ReturnEvent;
import io.throughline.kernel.event.ReturnEvent.CreditMemoIssued;
import io.throughline.kernel.event.ReturnEvent.InspectionConfirmed;
import io.throughline.kernel.event.ReturnEvent.RefundIssued;
import io.throughline.kernel.event.ReturnEvent.ReturnAnnounced;
import io.throughline.kernel.event.ReturnEvent.ReturnAnnouncementWithdrawn;
import io.throughline.kernel.event.ReturnEvent.ReturnAuthorizationClosed;
import io.throughline.kernel.event.ReturnEvent.ReturnAuthorized;
import io.throughline.kernel.event.ReturnEvent.ReturnChecked;
import io.throughline.kernel.event.ReturnEvent.ReturnClosed;
import io.throughline.kernel.event.ReturnEvent.ReturnInspected;
import io.throughline.kernel.event.ReturnEvent.ReturnReceiptRecorded;
import io.throughline.kernel.event.ReturnEvent.ReturnReceived;
import io.throughline.kernel.event.ReturnEvent.ReturnRequested;
import io.throughline.kernel.event.ReturnEvent.ReturnWithdrawn;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.StepId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every return ever asked for, in the order in which they were asked for. */
record Returns(Map<ReturnId, ReturnCase> byId) {

  static final Returns NONE = new Returns(Map.of());

  Optional<ReturnCase> find(ReturnId id) {
    @Nullable ReturnCase found = byId.get(id);
    return Optional.ofNullable(found);
  }

  Stream<ReturnCase> open() {
    return byId.values().stream().filter(ReturnCase::isOpen);
  }

  /** Units of a line that are taken back, or may still be. */
  int claimed(LineId line) {
    return byId.values().stream().mapToInt(it -> it.claimed(line)).sum();
  }

  /** Units of a line that are taken back for good. */
  int takenBack(LineId line) {
    return byId.values().stream().mapToInt(it -> it.takenBack(line)).sum();
  }

  /** Units of a line that are credited, or are about to be. */
  int confirmed(LineId line) {
    return confirmed().mapToInt(it -> it.claimed(line)).sum();
  }

  /** Those of which it is settled what is taken back. */
  Stream<ReturnCase> confirmed() {
    return byId.values().stream().filter(it -> it.reached(Stage.CONFIRMED));
  }

  Returns evolve(ReturnEvent event) {
    return switch (event) {
      case ReturnRequested asked ->
          with(ReturnCase.asked(asked.returnId(), asked.lines(), asked.settlement(), asked.at()));
      case ReturnAuthorized _ -> at(event, Stage.AUTHORIZED);
      case ReturnAnnounced announced ->
          at(event, Stage.ANNOUNCED)
              .update(event.returnId(), it -> it.expectedBy(announced.provider()));
      case ReturnReceived _ -> arrived(event);
      case ReturnInspected found ->
          arrived(event)
              .at(event, Stage.INSPECTED)
              .update(event.returnId(), it -> it.found(found.inspected(), found.told()));
      case ReturnChecked _ -> this;
      case InspectionConfirmed confirmed ->
          at(event, Stage.CONFIRMED).update(event.returnId(), it -> it.takes(confirmed.lines()));
      case ReturnReceiptRecorded _ -> at(event, Stage.RECORDED);
      case CreditMemoIssued memo ->
          at(event, Stage.CREDITED)
              .update(
                  event.returnId(),
                  it -> it.credited(memo.net().plus(memo.tax()).minus(memo.applied())));
      case RefundIssued _ -> at(event, Stage.REFUNDED);
      case ReturnWithdrawn _ -> at(event, Stage.WITHDRAWN);
      case ReturnAnnouncementWithdrawn _ -> at(event, Stage.ANNOUNCEMENT_WITHDRAWN);
      case ReturnAuthorizationClosed _ -> at(event, Stage.AUTHORIZATION_CLOSED);
      case ReturnClosed _ -> at(event, Stage.CLOSED);
    };
  }

  /** What a person decided about a return's step. */
  Returns mended(RemedyApplied applied) {
    return about(applied.stepId())
        .map(
            it ->
                switch (applied.remedy()) {
                  case ACCEPT_INSPECTION -> with(it.at(Stage.WAVED_THROUGH, applied.at()));
                  case LEAVE_ON_ACCOUNT -> with(it.leftOnAccount());
                  default -> this;
                })
        .orElse(this);
  }

  /** The return that a step is about, if it is about one. */
  Optional<ReturnCase> about(StepId step) {
    return byId.values().stream().filter(it -> step.value().endsWith("/" + it.id())).findFirst();
  }

  private Returns arrived(ReturnEvent event) {
    return update(event.returnId(), it -> it.onAgain().at(Stage.RECEIVED, event.at()));
  }

  private Returns at(ReturnEvent event, Stage stage) {
    return update(event.returnId(), it -> it.at(stage, event.at()));
  }

  private Returns update(ReturnId id, UnaryOperator<ReturnCase> change) {
    return find(id).map(change).map(this::with).orElse(this);
  }

  private Returns with(ReturnCase changed) {
    var all = new LinkedHashMap<>(byId);
    all.put(changed.id(), changed);
    return new Returns(Collections.unmodifiableMap(all));
  }
}
