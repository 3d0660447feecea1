package io.throughline.query.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.throughline.query.QuerySideApplication;
import io.throughline.query.architecture.violating.left.Left;
import io.throughline.query.architecture.violating.orderlist.FoldsTheTime;
import io.throughline.query.architecture.violating.orderlist.ReadsTheLog;
import io.throughline.query.architecture.violating.orderlist.ShowsEverybody;
import io.throughline.query.architecture.violating.projection.TellsSomebody;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule holds for our code, and fails for a class written to break it. */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackagesOf(QuerySideApplication.class);

  private static final JavaClasses VIOLATING =
      new ClassFileImporter().importPackages("io.throughline.query.architecture.violating");

  record Rule(ArchRule rule, Class<?> brokenBy) {
    @Override
    public String toString() {
      return rule.getDescription();
    }
  }

  static Stream<Rule> rules() {
    return Stream.of(
        new Rule(Rules.FOLDS_DO_NOT_ASK_THE_TIME_OR_ROLL_DICE, FoldsTheTime.class),
        new Rule(Rules.ANSWERS_SHOW_ONLY_WHAT_WHOEVER_ASKS_MAY_SEE, ShowsEverybody.class),
        new Rule(Rules.NO_VIEW_COMES_FROM_THE_LOGS_DATABASE, ReadsTheLog.class),
        new Rule(Rules.A_REPLAY_REACHES_NOBODY, TellsSomebody.class),
        new Rule(Rules.PACKAGES_DO_NOT_GO_ROUND_IN_CIRCLES, Left.class),
        new Rule(Rules.EVERY_PACKAGE_IS_NULL_MARKED, FoldsTheTime.class));
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
