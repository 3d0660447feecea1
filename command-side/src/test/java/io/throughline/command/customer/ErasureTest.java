package io.throughline.command.customer;

import io.throughline.command.customer.CustomerCommand.BeginErasure;
import io.throughline.command.customer.CustomerCommand.ChangeCustomer;
import io.throughline.command.customer.CustomerCommand.CompleteErasure;
import io.throughline.command.customer.CustomerCommand.EraseCustomer;
import io.throughline.command.customer.CustomerCommand.PlaceLegalHold;
import io.throughline.command.customer.CustomerCommand.RecordKeyDeletion;
import io.throughline.command.customer.CustomerCommand.RegisterCustomer;
import io.throughline.command.customer.CustomerCommand.ReleaseLegalHold;
import io.throughline.command.privacy.CustomerErasedAlready;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.CustomerEvent.CustomerKeyDeleted;
import io.throughline.kernel.event.CustomerEvent.CustomerRegistered;
import io.throughline.kernel.event.CustomerEvent.ErasureBegan;
import io.throughline.kernel.event.CustomerEvent.ErasureCompleted;
import io.throughline.kernel.event.CustomerEvent.ErasureDelayed;
import io.throughline.kernel.event.CustomerEvent.LegalHoldPlaced;
import io.throughline.kernel.event.CustomerEvent.LegalHoldReleased;
import io.throughline.kernel.event.ErasureObstacle;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ErasureTest {
  private static final CustomerId ACME = new CustomerId("ACME");
  private static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");
  private static final ApprovalId APPROVAL = new ApprovalId("a-1");
  private static final Particulars PARTICULARS =
      new Particulars(
          "Acme Works",
          null,
          null,
          null,
          new Address("Accounts", "1 Mill Lane", "Riverton", null, null, "NL"),
          Currency.getInstance("USD"),
          "u1");
  private static final CustomerRegistered REGISTERED = PARTICULARS.registered(ACME, AT);
  private static final LegalHoldPlaced HELD = new LegalHoldPlaced(ACME, "Lawsuit", "frida", AT);
  private static final ErasureBegan BEGUN = new ErasureBegan(ACME, APPROVAL, AT);
  private static final CustomerErased ERASED = new CustomerErased(ACME, AT);
  private static final CustomerKeyDeleted KEY_DELETED =
      new CustomerKeyDeleted(ACME, 3, AT.plusSeconds(60), AT);

  private final AggregateTestFixture<Customer> customer =
      new AggregateTestFixture<>(Customer.class);

  private static EraseCustomer erase(ErasureObstacle... obstacles) {
    return new EraseCustomer(ACME, List.of(obstacles), AT);
  }

  @Test
  void whereNothingStandsInTheWayItIsErased() {
    customer.given(REGISTERED).when(new BeginErasure(ACME, APPROVAL, AT)).expectEvents(BEGUN);
    customer
        .given(REGISTERED, BEGUN)
        .when(erase())
        .expectEvents(ERASED)
        .expectResultMessagePayload(true);
  }

  @Test
  void aCustomerKnownFromAnOrderOnlyCanBeErasedToo() {
    customer.givenNoPriorActivity().when(new BeginErasure(ACME, APPROVAL, AT)).expectEvents(BEGUN);
  }

  @Test
  void withoutTwoPeopleNothingIsErased() {
    customer.given(REGISTERED).when(erase()).expectNoEvents().expectResultMessagePayload(false);
  }

  @Test
  void itWaitsForAllThatStandsInTheWayAndSaysSoOnce() {
    var delayed =
        new ErasureDelayed(
            ACME, List.of(ErasureObstacle.LEGAL_HOLD, ErasureObstacle.OPEN_ORDERS), AT);
    customer
        .given(REGISTERED, HELD, BEGUN)
        .when(erase(ErasureObstacle.OPEN_ORDERS))
        .expectEvents(delayed)
        .expectResultMessagePayload(false);
    customer
        .given(REGISTERED, HELD, BEGUN, delayed)
        .when(erase(ErasureObstacle.OPEN_ORDERS))
        .expectNoEvents();
    customer
        .given(REGISTERED, HELD, BEGUN, delayed)
        .when(erase())
        .expectEvents(new ErasureDelayed(ACME, List.of(ErasureObstacle.LEGAL_HOLD), AT));
  }

  @Test
  void aHoldThatIsReleasedHoldsNoMore() {
    var released = new LegalHoldReleased(ACME, "Settled", "frida", AT);
    customer
        .given(REGISTERED, HELD)
        .when(new ReleaseLegalHold(ACME, "Settled", "frida", AT))
        .expectEvents(released);
    customer.given(REGISTERED, HELD, BEGUN, released).when(erase()).expectEvents(ERASED);
  }

  @Test
  void aHoldComesBeforeTheErasureOrTooLate() {
    customer
        .given(REGISTERED, BEGUN)
        .when(new PlaceLegalHold(ACME, "Lawsuit", "frida", AT))
        .expectEvents(HELD);
    customer
        .given(REGISTERED, BEGUN, ERASED)
        .when(new PlaceLegalHold(ACME, "Lawsuit", "frida", AT))
        .expectException(CustomerErasedAlready.class);
  }

  @Test
  void whoIsErasedIsNotStatedAnew() {
    customer
        .given(REGISTERED, BEGUN, ERASED)
        .when(new ChangeCustomer(ACME, PARTICULARS, AT))
        .expectException(CustomerErasedAlready.class);
    customer
        .given(REGISTERED, BEGUN, ERASED)
        .when(new RegisterCustomer(ACME, PARTICULARS, AT))
        .expectException(CustomerErasedAlready.class);
  }

  @Test
  void itIsCompleteWhenNoCopyCanBeOpened() {
    customer
        .given(REGISTERED, BEGUN, ERASED)
        .when(new RecordKeyDeletion(ACME, 3, AT.plusSeconds(60), AT))
        .expectEvents(KEY_DELETED);
    customer
        .given(REGISTERED, BEGUN, ERASED, KEY_DELETED)
        .when(new CompleteErasure(ACME, 3, AT))
        .expectEvents(new ErasureCompleted(ACME, 3, AT));
  }

  @Test
  void everyStepMayBeRepeated() {
    customer
        .given(REGISTERED, BEGUN, ERASED, KEY_DELETED, new ErasureCompleted(ACME, 3, AT))
        .when(new CompleteErasure(ACME, 3, AT))
        .expectNoEvents();
    customer
        .given(REGISTERED, BEGUN, ERASED, KEY_DELETED)
        .when(erase())
        .expectNoEvents()
        .expectResultMessagePayload(true);
    customer
        .given(REGISTERED, BEGUN)
        .when(new BeginErasure(ACME, new ApprovalId("a-2"), AT))
        .expectNoEvents();
  }
}
