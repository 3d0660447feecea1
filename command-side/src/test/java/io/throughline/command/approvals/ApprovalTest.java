package io.throughline.command.approvals;

import io.throughline.command.approvals.ApprovalCommand.DecideApproval;
import io.throughline.command.approvals.ApprovalCommand.ExpireApproval;
import io.throughline.command.approvals.ApprovalCommand.RequestApproval;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Role;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.approval.Subject;
import io.throughline.kernel.event.ApprovalEvent.ApprovalExpired;
import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import io.throughline.kernel.event.ApprovalEvent.ApprovalRefused;
import io.throughline.kernel.event.ApprovalEvent.ApprovalRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ApprovalTest {
  private static final ApprovalId ID = new ApprovalId("a-1");
  private static final Subject ERASE = new Subject.EraseCustomer(new CustomerId("ACME"));
  private static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");
  private static final Instant END = AT.plus(Duration.ofDays(14));
  private static final ApprovalRequested ASKED =
      new ApprovalRequested(ID, ERASE, "He asked", "frida", END, AT);
  private static final ApprovalGranted GRANTED =
      new ApprovalGranted(ID, ERASE, "Fine", "frank", AT.plusSeconds(60));

  private final AggregateTestFixture<Approval> approval =
      new AggregateTestFixture<>(Approval.class);

  private static RequestApproval ask(Role role) {
    return new RequestApproval(ID, ERASE, "He asked", "frida", Set.of(role), END, AT);
  }

  private static DecideApproval decide(boolean yes, String who, Role role, Instant at) {
    return new DecideApproval(ID, yes, "Fine", who, Set.of(role), at);
  }

  @Test
  void onePersonAsksAndAskingTwiceIsHarmless() {
    approval.givenNoPriorActivity().when(ask(Role.FINANCE)).expectEvents(ASKED);
    approval.given(ASKED).when(ask(Role.FINANCE)).expectNoEvents();
  }

  @Test
  void whoeverMayNotAskIsRefused() {
    approval
        .givenNoPriorActivity()
        .when(ask(Role.ANALYST))
        .expectNoEvents()
        .expectException(NotYoursToAsk.class);
  }

  @Test
  void anotherPersonApprovesAndSayingSoTwiceIsHarmless() {
    approval
        .given(ASKED)
        .when(decide(true, "frank", Role.FINANCE, AT.plusSeconds(60)))
        .expectEvents(GRANTED);
    approval
        .given(ASKED, GRANTED)
        .when(decide(true, "frank", Role.FINANCE, AT.plusSeconds(90)))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void orRefuses() {
    approval
        .given(ASKED)
        .when(decide(false, "frank", Role.FINANCE, AT.plusSeconds(60)))
        .expectEvents(new ApprovalRefused(ID, ERASE, "Fine", "frank", AT.plusSeconds(60)));
  }

  @Test
  void nobodyDecidesOnTheirOwnRequest() {
    approval
        .given(ASKED)
        .when(decide(true, "frida", Role.FINANCE, AT.plusSeconds(60)))
        .expectNoEvents()
        .expectException(OwnRequest.class);
  }

  @Test
  void norWithoutTheRole() {
    approval
        .given(ASKED)
        .when(decide(true, "frank", Role.SALES, AT.plusSeconds(60)))
        .expectNoEvents()
        .expectException(NotYoursToDecide.class);
  }

  @Test
  void whatIsDecidedStaysDecided() {
    approval
        .given(ASKED, GRANTED)
        .when(decide(false, "frank", Role.FINANCE, AT.plusSeconds(90)))
        .expectException(DecidedAlready.class);
    approval
        .given(ASKED, GRANTED)
        .when(decide(true, "fiona", Role.FINANCE, AT.plusSeconds(90)))
        .expectException(DecidedAlready.class);
  }

  @Test
  void whatNobodyDecidedInTimeLapses() {
    approval
        .given(ASKED)
        .when(decide(true, "frank", Role.FINANCE, END))
        .expectNoEvents()
        .expectException(TooLate.class);
    approval
        .given(ASKED)
        .when(new ExpireApproval(ID, END))
        .expectEvents(new ApprovalExpired(ID, ERASE, END));
    approval.given(ASKED).when(new ExpireApproval(ID, END.minusMillis(1))).expectNoEvents();
    approval.given(ASKED, GRANTED).when(new ExpireApproval(ID, END)).expectNoEvents();
    approval
        .given(ASKED, new ApprovalExpired(ID, ERASE, END))
        .when(decide(true, "frank", Role.FINANCE, AT.plusSeconds(90)))
        .expectException(DecidedAlready.class);
  }
}
