package io.throughline.command.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.throughline.command.CommandSideApplication;
import io.throughline.command.architecture.violating.customer.KnowsSalesforce;
import io.throughline.command.architecture.violating.customer.KnowsTheVendor;
import io.throughline.command.architecture.violating.fulfilment.FulfilmentProcess;
import io.throughline.command.architecture.violating.fulfilment.StatesWhatItLikes;
import io.throughline.command.architecture.violating.left.Left;
import io.throughline.command.architecture.violating.order.ReadsTheClock;
import io.throughline.command.architecture.violating.publication.CallsTheNetwork;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule holds for our code, and fails for a class written to break it. */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackagesOf(CommandSideApplication.class);

  private static final JavaClasses VIOLATING =
      new ClassFileImporter().importPackages("io.throughline.command.architecture.violating");

  record Rule(ArchRule rule, Class<?> brokenBy) {
    @Override
    public String toString() {
      return rule.getDescription();
    }
  }

  static Stream<Rule> rules() {
    return Stream.of(
        new Rule(Rules.DECISIONS_DO_NOT_ASK_THE_TIME_OR_ROLL_DICE, ReadsTheClock.class),
        new Rule(Rules.ONLY_ADAPTERS_CALL_OTHER_SYSTEMS, CallsTheNetwork.class),
        new Rule(Rules.VENDORS_ARE_KNOWN_TO_THEIR_ADAPTER_ALONE, KnowsTheVendor.class),
        new Rule(Rules.SALESFORCE_IS_KNOWN_TO_ITS_ADAPTER_ALONE, KnowsSalesforce.class),
        new Rule(Rules.THE_PROCESS_IS_PLAIN_JAVA, FulfilmentProcess.class),
        new Rule(Rules.FINDINGS_STATE_WHAT_IS_IN_THE_LIST, StatesWhatItLikes.class),
        new Rule(Rules.PACKAGES_DO_NOT_GO_ROUND_IN_CIRCLES, Left.class),
        new Rule(Rules.EVERY_PACKAGE_IS_NULL_MARKED, ReadsTheClock.class));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void ourCodeKeepsToIt(Rule rule) {
    rule.rule().check(OURS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatBreaksItIsFound(Rule rule) {
    assertThat(VIOLATING.contain(rule.brokenBy())).isTrue();
    assertThatThrownBy(() -> rule.rule().check(VIOLATING))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(rule.brokenBy().getName());
  }
}
