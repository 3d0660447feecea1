package io.throughline.query.architecture;

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
import io.throughline.query.projection.Projection;
import io.throughline.query.projection.ViewStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.springframework.stereotype.Controller;

/** What every class of the query side keeps to, whatever it does. */
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

  /** What somebody may not see is not read for an answer: {@code Visible} knows who asks. */
  static final ArchRule ANSWERS_SHOW_ONLY_WHAT_WHOEVER_ASKS_MAY_SEE =
      noClasses()
          .that()
          .areAnnotatedWith(Controller.class)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ViewStore.class)
          .as("answers read slices through Visible");

  /** A view folded again from the same events must be the same view. */
  static final ArchRule FOLDS_DO_NOT_ASK_THE_TIME_OR_ROLL_DICE =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..projection..", "..platform..", "..lag..", "..sockets..", "..changes..")
          .should()
          .callMethodWhere(timeOrChance());

  /** The query side keeps no rows: PostgreSQL is the command side's. */
  static final ArchRule NO_VIEW_COMES_FROM_THE_LOGS_DATABASE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.springframework.jdbc..");

  /**
   * Folding again does nothing outside: neither the runner nor a projection, nor what they use of
   * ours, can call, tell or start anybody.
   */
  static final ArchRule A_REPLAY_REACHES_NOBODY =
      noClasses()
          .that()
          .resideInAPackage("..projection..")
          .or()
          .areAssignableTo(Projection.class)
          .should()
          .transitivelyDependOnClassesThat()
          .resideInAnyPackage(
              "java.net.http..",
              "javax.net..",
              "org.apache.kafka.clients.producer..",
              "org.springframework.web.client..",
              "org.springframework.kafka..")
          .orShould()
          .transitivelyDependOnClassesThat()
          .areAssignableTo(ProcessBuilder.class);

  static final ArchRule PACKAGES_DO_NOT_GO_ROUND_IN_CIRCLES =
      slices().matching("io.throughline.query.(**)").should().beFreeOfCycles();

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
