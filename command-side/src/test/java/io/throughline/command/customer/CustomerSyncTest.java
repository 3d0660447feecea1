package io.throughline.command.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.customer.CustomerCommand.ChangeCustomer;
import io.throughline.command.customer.CustomerCommand.ConfirmCustomer;
import io.throughline.command.customer.CustomerCommand.MendCustomer;
import io.throughline.command.customer.CustomerCommand.PlaceCustomer;
import io.throughline.command.customer.CustomerCommand.RefuseCustomer;
import io.throughline.command.customer.CustomerCommand.TakeFromErp;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Role;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.customer.FieldChange;
import io.throughline.kernel.customer.FieldConflict;
import io.throughline.kernel.customer.FieldValue;
import io.throughline.kernel.event.CustomerEvent.CustomerRefusedByErp;
import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerChangedInErp;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerExceptionsClosed;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerMerged;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerParked;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerPlacedInErp;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerRemedyApplied;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Queue;
import io.throughline.kernel.fulfilment.Remedy;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;

/** The same customer in Salesforce and the ERP, and what happens when they differ. */
class CustomerSyncTest {
  private static final String ERP = "netsuite";
  private static final String OTHER = "legacy";
  private static final CustomerId ACME = new CustomerId("ACME");
  private static final ExceptionId FIRST = ExceptionId.of(ACME, 1);
  private static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");
  private static final Address ADDRESS =
      new Address("Accounts", "1 Mill Lane", "Riverton", null, null, "NL");
  private static final Particulars ACME_WORKS = particulars("Acme Works", "+31 20 000");
  private static final CustomerSynchronized AGREED =
      new CustomerSynchronized(ACME, ERP, "77", 1, AT);

  private final AggregateTestFixture<Customer> customer =
      new AggregateTestFixture<>(Customer.class);

  private static Particulars particulars(String name, String phone) {
    return new Particulars(
        name, null, "buy@acme.example", phone, ADDRESS, Currency.getInstance("USD"), "u1");
  }

  private static TakeFromErp states(long version, CustomerField field, String text) {
    return new TakeFromErp(ACME, ERP, Map.of(field, FieldValue.of(text)), version, AT);
  }

  private static FieldConflict phones(String common, String ours, String theirs) {
    return new FieldConflict(
        CustomerField.PHONE, FieldValue.of(common), FieldValue.of(ours), FieldValue.of(theirs));
  }

  private static CustomerParked parked(FieldConflict conflict) {
    return new CustomerParked(
        ACME,
        ERP,
        FIRST,
        Cause.CUSTOMER_CONFLICT,
        Dependency.ERP,
        Queue.SALES,
        conflict,
        List.of(),
        null,
        Cause.CUSTOMER_CONFLICT.remedies(),
        AT);
  }

  private static MendCustomer mend(Remedy remedy, Map<String, String> parameters, Role role) {
    return new MendCustomer(ACME, FIRST, remedy, parameters, "u2", Set.of(role), AT);
  }

  @Test
  void whatTheErpAloneChangedIsTakenFieldByField() {
    customer
        .given(ACME_WORKS.registered(ACME, AT), AGREED)
        .when(states(2, CustomerField.PHONE, "+31 20 111"))
        .expectEvents(
            new CustomerChangedInErp(
                ACME,
                ERP,
                List.of(
                    new FieldChange(
                        CustomerField.PHONE,
                        FieldValue.of("+31 20 000"),
                        FieldValue.of("+31 20 111"))),
                AT));
  }

  @Test
  void ourOwnWriteIsKnownWhenItComesBack() {
    customer
        .given(ACME_WORKS.registered(ACME, AT), AGREED)
        .when(states(2, CustomerField.NAME, "Acme Works"))
        .expectNoEvents();
  }

  @Test
  void ourOwnWriteIsKnownThoughItsAnswerWasLostAndWeSaidSomethingElseSince() {
    customer
        .given(
            ACME_WORKS.registered(ACME, AT),
            AGREED,
            particulars("Acme Mills", "+31 20 000").changed(ACME, AT),
            particulars("Acme Group", "+31 20 000").changed(ACME, AT))
        .when(states(4, CustomerField.NAME, "Acme Mills"))
        .expectNoEvents();
  }

  @Test
  void aSystemThatTidiesUpDifferentlyIsNotCorrectedForEver() {
    customer
        .given(ACME_WORKS.registered(ACME, AT), AGREED)
        .when(
            new TakeFromErp(
                ACME,
                ERP,
                Map.of(
                    CustomerField.NAME, FieldValue.of("ACME WORKS "),
                    CustomerField.PHONE, FieldValue.of("0031 (0)20-000"),
                    CustomerField.EMAIL, FieldValue.of("BUY@acme.example")),
                2,
                AT))
        .expectNoEvents();
  }

  @Test
  void whatBothChangedWaitsForAPersonAndTheRestGoesThrough() {
    customer
        .given(
            ACME_WORKS.registered(ACME, AT),
            AGREED,
            particulars("Acme Works", "+31 20 222").changed(ACME, AT))
        .when(
            new TakeFromErp(
                ACME,
                ERP,
                Map.of(
                    CustomerField.NAME, FieldValue.of("Acme Mills"),
                    CustomerField.PHONE, FieldValue.of("+31 20 111")),
                3,
                AT))
        .expectEventsMatching(
            Matchers.payloadsMatching(
                Matchers.exactSequenceOf(
                    Matchers.predicate(
                        it ->
                            it instanceof CustomerChangedInErp changed
                                && changed.changes().getFirst().field() == CustomerField.NAME),
                    Matchers.predicate(
                        it ->
                            it instanceof CustomerParked parked
                                && phones("+31 20 000", "+31 20 222", "+31 20 111")
                                    .equals(parked.conflict())),
                    Matchers.andNoMore())));
  }

  @Test
  void theSameConflictIsNotParkedTwice() {
    customer
        .given(
            ACME_WORKS.registered(ACME, AT),
            AGREED,
            particulars("Acme Works", "+31 20 222").changed(ACME, AT),
            parked(phones("+31 20 000", "+31 20 222", "+31 20 111")))
        .when(states(4, CustomerField.PHONE, "+31 20 111"))
        .expectNoEvents();
  }

  @Test
  void keepingOursHasTheErpToldAndTakingTheirsChangesOurs() {
    var conflict = parked(phones("+31 20 000", "+31 20 222", "+31 20 111"));
    var changed = particulars("Acme Works", "+31 20 222").changed(ACME, AT);
    customer
        .given(ACME_WORKS.registered(ACME, AT), AGREED, changed, conflict)
        .when(mend(Remedy.KEEP_OURS, Map.of(), Role.SALES))
        .expectEvents(new CustomerRemedyApplied(ACME, FIRST, Remedy.KEEP_OURS, Map.of(), "u2", AT));
    customer
        .given(ACME_WORKS.registered(ACME, AT), AGREED, changed, conflict)
        .when(mend(Remedy.TAKE_THEIRS, Map.of(), Role.SALES))
        .expectEvents(
            new CustomerChangedInErp(
                ACME,
                ERP,
                List.of(
                    new FieldChange(
                        CustomerField.PHONE,
                        FieldValue.of("+31 20 222"),
                        FieldValue.of("+31 20 111"))),
                AT),
            new CustomerRemedyApplied(ACME, FIRST, Remedy.TAKE_THEIRS, Map.of(), "u2", AT));
  }

  @Test
  void aRemedyThatIsNotOfferedOrNotAllowedOrLacksAValueIsRefused() {
    var given =
        List.of(
            ACME_WORKS.registered(ACME, AT),
            AGREED,
            parked(phones("+31 20 000", "+31 20 222", "+31 20 111")));
    customer
        .given(given)
        .when(mend(Remedy.LINK_CUSTOMER, Map.of(), Role.OPERATIONS))
        .expectException(CustomerRemedyRefused.class);
    customer
        .given(given)
        .when(mend(Remedy.KEEP_OURS, Map.of(), Role.PARTNER))
        .expectException(CustomerRemedyNotAllowed.class);
    customer
        .given(given)
        .when(mend(Remedy.EDIT_FIELD, Map.of(), Role.SALES))
        .expectException(CustomerRemedyRefused.class);
  }

  @Test
  void aDuplicateInTheErpIsParkedOnceAndClosedByItsYes() {
    var duplicate = new Finding(Cause.DUPLICATE_CUSTOMER, null, "It is there already.", Map.of());
    customer
        .given(ACME_WORKS.registered(ACME, AT))
        .when(new RefuseCustomer(ACME, ERP, List.of(duplicate), "It is there already.", 1, AT))
        .expectEventsMatching(
            Matchers.payloadsMatching(
                Matchers.exactSequenceOf(
                    Matchers.predicate(_ -> true),
                    Matchers.predicate(
                        it ->
                            it instanceof CustomerParked parked
                                && parked.cause() == Cause.DUPLICATE_CUSTOMER
                                && parked.remedies().contains(Remedy.LINK_CUSTOMER)),
                    Matchers.andNoMore())));
    customer
        .given(
            ACME_WORKS.registered(ACME, AT),
            new CustomerParked(
                ACME,
                ERP,
                FIRST,
                Cause.DUPLICATE_CUSTOMER,
                Dependency.ERP,
                Queue.SALES,
                null,
                List.of(duplicate),
                null,
                Cause.DUPLICATE_CUSTOMER.remedies(),
                AT))
        .when(new ConfirmCustomer(ACME, ERP, "77", 2, AT))
        .expectEvents(
            new CustomerSynchronized(ACME, ERP, "77", 2, AT),
            new CustomerExceptionsClosed(ACME, List.of(FIRST), AT));
  }

  @Test
  void aMergedCustomerIsChangedNoMore() {
    customer
        .given(ACME_WORKS.registered(ACME, AT), new CustomerMerged(ACME, new CustomerId("NEW"), AT))
        .when(new ChangeCustomer(ACME, particulars("Acme Mills", "+31 20 000"), AT))
        .expectException(CustomerMergedAway.class);
  }

  @Test
  void onlyWhatWeAloneChangedIsTold() {
    var agreement =
        Agreement.NONE
            .evolve(ACME_WORKS.registered(ACME, AT), 1)
            .evolve(AGREED, 2)
            .evolve(particulars("Acme Mills", "+31 20 222").changed(ACME, AT), 3);
    assertThat(agreement.toTell(ERP))
        .containsExactlyInAnyOrder(CustomerField.NAME, CustomerField.PHONE);

    var inDoubt = agreement.evolve(parked(phones("+31 20 000", "+31 20 222", "+31 20 111")), 4);
    assertThat(inDoubt.toTell(ERP)).containsExactly(CustomerField.NAME);

    var kept =
        inDoubt
            .evolve(new CustomerSynchronized(ACME, ERP, "77", 4, AT), 5)
            .evolve(
                new CustomerRemedyApplied(ACME, FIRST, Remedy.KEEP_OURS, Map.of(), "u2", AT), 6);
    assertThat(kept.toTell(ERP)).containsExactly(CustomerField.PHONE);
  }

  /** It was sent before the person decided, and came back after. */
  @Test
  void anAnswerFromBeforeADecisionDoesNotSpeakAboutWhatWasDecided() {
    var inDoubt =
        Agreement.NONE
            .evolve(ACME_WORKS.registered(ACME, AT), 1)
            .evolve(AGREED, 2)
            .evolve(particulars("Acme Works", "+31 20 222").changed(ACME, AT), 3)
            .evolve(parked(phones("+31 20 000", "+31 20 222", "+31 20 111")), 4);
    var kept =
        inDoubt
            .evolve(new CustomerRemedyApplied(ACME, FIRST, Remedy.KEEP_OURS, Map.of(), "u2", AT), 5)
            .evolve(new CustomerSynchronized(ACME, ERP, "77", 4, AT), 6);

    assertThat(Reconciliation.taken(kept, states(6, CustomerField.PHONE, "+31 20 111"))).isEmpty();
    assertThat(kept.toTell(ERP)).containsExactly(CustomerField.PHONE);
    var told = kept.evolve(new CustomerSynchronized(ACME, ERP, "77", 6, AT), 7);
    assertThat(told.toTell(ERP)).isEmpty();
  }

  /** Two readers at once: the later word came in first. */
  @Test
  void whatWasReadBeforeTheCustomerMovedOnIsNotTakenNoticeOf() {
    customer
        .given(
            ACME_WORKS.registered(ACME, AT),
            AGREED,
            phone(ERP, "+31 20 000", "+31 20 111"),
            phone(ERP, "+31 20 111", "+31 20 222"))
        .when(states(3, CustomerField.PHONE, "+31 20 111"))
        .expectNoEvents()
        .expectResultMessagePayload(false);
  }

  @Test
  void anAnswerFromBeforeTheErpsOwnChangeDoesNotUndoIt() {
    var agreement =
        Agreement.NONE
            .evolve(ACME_WORKS.registered(ACME, AT), 1)
            .evolve(phone(ERP, "+31 20 000", "+31 20 111"), 2)
            .evolve(particulars("Acme Works", "+31 20 222").changed(ACME, AT), 3)
            .evolve(AGREED, 4);

    assertThat(Reconciliation.taken(agreement, states(4, CustomerField.PHONE, "+31 20 111")))
        .isEmpty();
    assertThat(agreement.toTell(ERP)).containsExactly(CustomerField.PHONE);
  }

  private static final CustomerSynchronized AGREED_THERE =
      new CustomerSynchronized(ACME, OTHER, "12", 3, AT);

  @Test
  void anotherAccountGetsTheCustomerOnce() {
    customer
        .given(ACME_WORKS.registered(ACME, AT), AGREED)
        .when(new PlaceCustomer(ACME, OTHER, AT))
        .expectEvents(new CustomerPlacedInErp(ACME, OTHER, AT));
    customer
        .given(ACME_WORKS.registered(ACME, AT), AGREED, new CustomerPlacedInErp(ACME, OTHER, AT))
        .when(new PlaceCustomer(ACME, OTHER, AT))
        .expectNoEvents();
  }

  @Test
  void whatOneAccountStatesTheOtherIsToldAndItsEchoIsNoNews() {
    var agreement =
        Agreement.NONE
            .evolve(ACME_WORKS.registered(ACME, AT), 1)
            .evolve(AGREED, 2)
            .evolve(new CustomerPlacedInErp(ACME, OTHER, AT), 3)
            .evolve(AGREED_THERE, 4);
    assertThat(agreement.toTell(ERP)).isEmpty();
    assertThat(agreement.toTell(OTHER)).isEmpty();

    var taken = agreement.evolve(phone(OTHER, "+31 20 000", "+31 20 111"), 5);
    assertThat(taken.toTell(OTHER)).isEmpty();
    assertThat(taken.toTell(ERP)).containsExactly(CustomerField.PHONE);
    assertThat(taken.knows(ERP, CustomerField.PHONE, FieldValue.of("+31 20 111"))).isTrue();

    var told = taken.evolve(new CustomerSynchronized(ACME, ERP, "77", 5, AT), 6);
    assertThat(told.toTell(ERP)).isEmpty();
    assertThat(told.with(ERP).commonly(CustomerField.PHONE).text()).isEqualTo("+31 20 111");
  }

  @Test
  void whatTwoAccountsChangedWaitsForAPersonInTheSecondOfThem() {
    customer
        .given(
            ACME_WORKS.registered(ACME, AT),
            AGREED,
            new CustomerPlacedInErp(ACME, OTHER, AT),
            AGREED_THERE,
            phone(OTHER, "+31 20 000", "+31 20 111"))
        .when(states(5, CustomerField.PHONE, "+31 20 222"))
        .expectEventsMatching(
            Matchers.payloadsMatching(
                Matchers.exactSequenceOf(
                    Matchers.predicate(
                        it ->
                            it instanceof CustomerParked parked
                                && parked.side().equals(ERP)
                                && phones("+31 20 000", "+31 20 111", "+31 20 222")
                                    .equals(parked.conflict())),
                    Matchers.andNoMore())));
  }

  @Test
  void anAccountThatSaysNoStopsNoOther() {
    var refused = new CustomerRefusedByErp(ACME, OTHER, "It is there already.", 3, AT);
    var agreement =
        Agreement.NONE
            .evolve(ACME_WORKS.registered(ACME, AT), 1)
            .evolve(AGREED, 2)
            .evolve(new CustomerPlacedInErp(ACME, OTHER, AT), 3)
            .evolve(refused, 4);
    assertThat(agreement.with(OTHER).answered()).isEqualTo(3);
    assertThat(agreement.with(OTHER).common()).isEmpty();
    assertThat(agreement.with(ERP).answered()).isEqualTo(1);
    assertThat(agreement.toTell(ERP)).isEmpty();
  }

  private static CustomerChangedInErp phone(String erp, String before, String after) {
    return new CustomerChangedInErp(
        ACME,
        erp,
        List.of(new FieldChange(CustomerField.PHONE, FieldValue.of(before), FieldValue.of(after))),
        AT);
  }
}
