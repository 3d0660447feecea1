package io.throughline.command.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.event.CustomerEvent.CustomerChanged;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.CustomerEvent.CustomerRegistered;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerMerged;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerParked;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerStatedInCrm;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Remedy;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The same customer in Salesforce and the ERP: what Salesforce is told, and what it says back. */
class CrmSyncTest {
  private static final String ERP = BothSides.ERPS.getFirst();

  private final BothSides sides = new BothSides(new Random(7));

  @Test
  void anAccountThatIsNewBecomesACustomerAndIsKnownByItsRecord() {
    sides.readCrm().run();

    assertThat(sides.last(CustomerRegistered.class)).isNotNull();
    assertThat(sides.last(CustomerStatedInCrm.class).account()).isEqualTo("001");
    assertThat(sides.agreement().toTellCrm()).isEmpty();
    assertThat(sides.happened(sides.readCrm())).as("stated again as it was").isZero();
  }

  @Test
  void whatTheErpChangedIsToldAndItsEchoIsNoNews() {
    sides.settle();
    sides.editErp(ERP, CustomerField.PHONE, "+31 20 111");
    sides.readErp(ERP).run();

    assertThat(sides.agreement().toTellCrm()).containsExactly(CustomerField.PHONE);
    sides.settle();
    assertThat(sides.crm().phone()).isEqualTo("+31 20 111");
    assertThat(sides.agreement().toTellCrm()).isEmpty();
    assertThat(sides.happened(sides.readCrm())).isZero();
  }

  @Test
  void whatSalesforceSaysOfAnotherFieldDoesNotTakeTheErpsChangeBack() {
    sides.settle();
    sides.editErp(ERP, CustomerField.PHONE, "+31 20 111");
    sides.readErp(ERP).run();
    sides.editCrm(CustomerField.EMAIL, "new@acme.example");
    sides.readCrm().run();

    assertThat(sides.last(CustomerChanged.class).phone()).isEqualTo("+31 20 111");
    assertThat(sides.last(CustomerChanged.class).email()).isEqualTo("new@acme.example");
    assertThat(sides.agreement().toTellCrm()).containsExactly(CustomerField.PHONE);
  }

  @Test
  void aFieldThatBothChangedWaitsForAPersonAlsoWhereTheErpWasFirst() {
    sides.settle();
    sides.editErp(ERP, CustomerField.PHONE, "+31 20 111");
    sides.readErp(ERP).run();
    sides.editCrm(CustomerField.PHONE, "+31 20 222");
    sides.readCrm().run();

    var conflict = sides.last(CustomerParked.class).conflict();
    assertThat(conflict.ours().text()).isEqualTo("+31 20 222");
    assertThat(conflict.theirs().text()).isEqualTo("+31 20 111");
    assertThat(sides.agreement().toTellCrm()).as("each keeps what it says").isEmpty();
    assertThat(sides.agreement().toTell(ERP)).doesNotContain(CustomerField.PHONE);

    sides.decide(Remedy.TAKE_THEIRS).run();
    sides.settle();
    assertThat(sides.crm().phone()).isEqualTo("+31 20 111");
  }

  @Test
  void ourOwnWriteIsKnownThoughItsAnswerWasLost() {
    sides.settle();
    sides.editErp(ERP, CustomerField.PHONE, "+31 20 111");
    sides.readErp(ERP).run();
    sides.writeToCrm(false).run();
    sides.editErp(ERP, CustomerField.PHONE, "+31 20 333");
    sides.readErp(ERP).run();

    assertThat(sides.happened(sides.readCrm())).isZero();
    sides.settle();
    assertThat(sides.crm().phone()).isEqualTo("+31 20 333");
  }

  @Test
  void anAccountThatIsChangedBetweenReadingAndWritingIsLeftAlone() {
    sides.settle();
    sides.editErp(ERP, CustomerField.NAME, "Acme Mills");
    sides.readErp(ERP).run();
    var write = sides.writeToCrm(true);
    sides.editCrm(CustomerField.PHONE, "+31 20 222");
    write.run();

    assertThat(sides.crm().name()).isEqualTo("Acme Works");
    sides.settle();
    assertThat(sides.crm().name()).isEqualTo("Acme Mills");
    assertThat(sides.agreement().ours().phone()).isEqualTo("+31 20 222");
  }

  @Test
  void whatSalesforceDoesNotTakeWaitsForAPersonOnceWhateverElseIsChangedMeanwhile() {
    sides.settle();
    sides.editErp(ERP, CustomerField.PHONE, "+31 20 111");
    sides.readErp(ERP).run();
    sides.refuseInCrm().run();

    var parked = sides.last(CustomerParked.class);
    assertThat(parked.cause()).isEqualTo(Cause.CRM_REFUSED);
    assertThat(parked.dependency()).isEqualTo(Dependency.SALESFORCE);
    assertThat(parked.answer()).isEqualTo("Not so long.");
    assertThat(parked.findings())
        .singleElement()
        .returns(Map.of("field", "PHONE"), Finding::values);

    sides.editErp(ERP, CustomerField.NAME, "Acme Mills");
    sides.readErp(ERP).run();
    assertThat(sides.happened(sides.refuseInCrm())).as("it is in somebody's hands").isZero();
  }

  @Test
  void aRefusalOfSalesforcesIsNoMatterOnceItHasWhatStands() {
    sides.settle();
    sides.editErp(ERP, CustomerField.PHONE, "+31 20 111");
    sides.readErp(ERP).run();
    sides.refuseInCrm().run();
    sides.writeToCrm(true).run();

    assertThat(sides.agreement().open()).isEmpty();
  }

  @Test
  void norWhereWhatItDidNotTakeIsTakenBack() {
    sides.settle();
    var before = sides.crm().phone();
    sides.editErp(ERP, CustomerField.PHONE, "+31 20 111");
    sides.readErp(ERP).run();
    sides.refuseInCrm().run();
    sides.editErp(ERP, CustomerField.PHONE, before);
    sides.readErp(ERP).run();

    assertThat(sides.agreement().open()).isEmpty();
  }

  @Test
  void aRefusalThatComesWhenNothingIsLeftToTellIsNone() {
    sides.settle();

    assertThat(sides.happened(sides.refuseInCrm())).isZero();
  }

  @Test
  void whoeverHasLookedIntoItHearsOfTheNextRefusalAgain() {
    sides.settle();
    sides.editErp(ERP, CustomerField.PHONE, "+31 20 111");
    sides.readErp(ERP).run();
    sides.refuseInCrm().run();
    sides.decide(Remedy.RETRY).run();
    assertThat(sides.agreement().open()).isEmpty();

    sides.refuseInCrm().run();
    assertThat(sides.agreement().open()).hasSize(1);
  }

  @Test
  void whoIsMergedOrErasedOrHasNoAccountIsToldOfNoMore() {
    sides.settle();
    sides.editErp(ERP, CustomerField.PHONE, "+31 20 111");
    sides.readErp(ERP).run();
    var version = sides.version() + 1;
    var merged = new CustomerMerged(BothSides.ACME, new CustomerId("OTHER"), BothSides.AT);
    var erased = new CustomerErased(BothSides.ACME, BothSides.AT);

    assertThat(sides.agreement().evolve(merged, version).toTellCrm()).isEmpty();
    assertThat(sides.agreement().evolve(erased, version).toTellCrm()).isEmpty();
    assertThat(sides.agreement().evolve(erased, version).crm()).as("what it said").isNull();
    assertThat(
            Agreement.NONE
                .evolve(sides.crm().registered(BothSides.ACME, BothSides.AT), 1)
                .toTellCrm())
        .isEqualTo(Set.of());
  }

  /** Whatever is edited, read, written, lost and decided in whatever order. */
  @Test
  void onceAllIsQuietEverySideSaysTheSameAndNothingOfAUserWasOverwrittenUnread() {
    for (var seed = 0; seed < 200; seed++) {
      var world = new BothSides(new Random(seed));
      world.settle();
      for (var step = 0; step < 40; step++) {
        world.anything();
      }
      var rounds = world.settle();

      assertThat(rounds).as("rounds until quiet, seed %d", seed).isLessThan(BothSides.MOST_ROUNDS);
      assertThat(world.agreement().open()).as("seed %d", seed).isEmpty();
      assertThat(world.differences()).as("seed %d", seed).isEmpty();
      assertThat(world.overwrittenUnread()).as("seed %d", seed).isEmpty();
    }
  }
}
