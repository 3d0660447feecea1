package io.throughline.command.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.throughline.kernel.LineId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Finding;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** What every class of the command side keeps to, whatever it does. */
final class Rules {
  private static final Set<String> CHANCE =
      Set.of(
          Instant.class.getName() + ".now",
          LocalDate.class.getName() + ".now",
          LocalDateTime.class.getName() + ".now",
          OffsetDateTime.class.getName() + ".now",
          ZonedDateTime.class.getName() + ".now",
          Clock.class.getName() + ".systemUTC",
          Clock.class.getName() + ".systemDefaultZone",
          Clock.class.getName() + ".system",
          UUID.class.getName() + ".randomUUID",
          Math.class.getName() + ".random",
          System.class.getName() + ".currentTimeMillis");

  /** Replay must decide again what was decided, so time and ids come in with the command. */
  static final ArchRule DECISIONS_DO_NOT_ASK_THE_TIME_OR_ROLL_DICE =
      noClasses()
          .that()
          .resideInAnyPackage("..order..", "..customer..", "..fulfilment..", "..operations..")
          .should()
          .callMethodWhere(timeOrChance());

  /** One budget, one set of timeouts, one place where a lost answer becomes "unknown". */
  static final ArchRule ONLY_ADAPTERS_CALL_OTHER_SYSTEMS =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..erp..", "..logistics..", "..salesforce..", "..alerts..", "..platform.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net.http..",
              "org.springframework.web.client..",
              "org.springframework.web.reactive..",
              "..platform.http..");

  /** An ERP is exchanged by writing another adapter, so nobody else may know the vendor. */
  static final ArchRule VENDORS_ARE_KNOWN_TO_THEIR_ADAPTER_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackages("..erp..", "..logistics..")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("NetSuite")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("ShipBob")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("ShipHero");

  /** The CRM is exchanged by writing another adapter; its wire protocol ends there. */
  static final ArchRule SALESFORCE_IS_KNOWN_TO_ITS_ADAPTER_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..salesforce..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.salesforce..", "io.grpc..", "org.apache.avro..", "..command.salesforce..");

  /** The process is a function of its history; what it takes to run it is another matter. */
  static final ArchRule THE_PROCESS_IS_PLAIN_JAVA =
      noClasses()
          .that()
          .haveSimpleName("FulfilmentProcess")
          .or()
          .haveSimpleName("FulfilmentState")
          .or()
          .haveSimpleName("DueSteps")
          .should()
          .transitivelyDependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "org.axonframework..", "jakarta..");

  /** What a finding states has words in every language; whatever is not in the list has none. */
  static final ArchRule FINDINGS_STATE_WHAT_IS_IN_THE_LIST =
      noClasses()
          .should()
          .callConstructor(Finding.class, Cause.class, LineId.class, String.class, Map.class);

  static final ArchRule PACKAGES_DO_NOT_GO_ROUND_IN_CIRCLES =
      slices().matching("io.throughline.command.(**)").should().beFreeOfCycles();

  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
      classes().should(resideInANullMarkedPackage());

  private Rules() {}

  private static DescribedPredicate<JavaCall<?>> timeOrChance() {
    return DescribedPredicate.describe(
        "that brings the time, or chance",
        call -> CHANCE.contains(call.getTargetOwner().getName() + "." + call.getName()));
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(
              SimpleConditionEvent.violated(
                  type,
                  type.getName() + " is in a package without @NullMarked in its package-info"));
        }
      }
    };
  }
}
