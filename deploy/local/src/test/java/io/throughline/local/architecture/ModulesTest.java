package io.throughline.local.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.throughline.local.architecture.violating.kernel.KnowsSpring;
import io.throughline.local.architecture.violating.kernel.pack.BindsObjects;
import io.throughline.local.architecture.violating.kernel.proof.KnowsJson;
import io.throughline.local.architecture.violating.query.AsksTheCommandSide;
import io.throughline.local.architecture.violating.query.KnowsAxon;
import io.throughline.local.architecture.violating.simulators.KnowsTheAdapter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the modules may know of each other. It is checked here because here all of them are on one
 * class path; each rule fails for a class written to break it.
 */
class ModulesTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.throughline");

  record Rule(ArchRule rule, Class<?> brokenBy) {
    @Override
    public String toString() {
      return rule.getDescription();
    }
  }

  static Stream<Rule> rules() {
    return Stream.of(
        new Rule(
            modules("..kernel..", "org.springframework..", "org.axonframework..")
                .because("whoever reads our events should need no framework of ours"),
            KnowsSpring.class),
        new Rule(
            modules("..kernel.proof..", "tools.jackson..", "com.fasterxml..")
                .because("the arithmetic of proof should need nothing that has to be trusted too"),
            KnowsJson.class),
        new Rule(
            modules("..kernel.pack..", "tools.jackson.databind..", "com.fasterxml..")
                .because("the verifier is one small jar, with a reader of JSON and no more"),
            BindsObjects.class),
        new Rule(
            modules("..throughline..query..", "org.axonframework..")
                .because("folding a topic needs no event framework, and is faster without"),
            KnowsAxon.class),
        new Rule(
            modules("..throughline..query..", "io.throughline.command..")
                .because("the two sides meet in published events alone"),
            AsksTheCommandSide.class),
        new Rule(
            modules(
                    "..throughline..simulators..",
                    "io.throughline.command..",
                    "io.throughline.query..")
                .because("what stands in for the vendors must not know what it is asked by"),
            KnowsTheAdapter.class));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void ourCodeKeepsToIt(Rule rule) {
    rule.rule().check(OURS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatBreaksItIsFound(Rule rule) {
    var violating = new ClassFileImporter().importClasses(rule.brokenBy());
    assertThatThrownBy(() -> rule.rule().check(violating))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(rule.brokenBy().getName());
  }

  private static ArchRule modules(String module, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }
}
