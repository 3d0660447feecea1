package io.throughline.query.explain;

import io.throughline.kernel.ownership.Fact;
import io.throughline.kernel.ownership.OwnershipCatalogue;
import io.throughline.kernel.ownership.Policy;
import io.throughline.query.orderdetails.Sources;
import io.throughline.query.platform.BadInput;
import io.throughline.query.platform.FieldPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class ExplainQueries {
  private final OwnershipCatalogue catalogue = OwnershipCatalogue.ours();

  /**
   * @param oldest in seconds; null where it is as old as the event that stated it
   * @param events wire names of those that state it; empty where it is not kept
   */
  record FieldExplanation(
      String type,
      String field,
      String source,
      FieldPolicy policy,
      String meaning,
      String age,
      @Nullable Long oldest,
      List<String> events) {}

  @QueryMapping
  FieldExplanation explainField(@Argument String type, @Argument String field) {
    var fact =
        catalogue
            .find(type, field)
            .orElseThrow(
                () ->
                    new BadInput(
                        "The catalogue has no field "
                            + field
                            + " of "
                            + type
                            + ": name both as the schema does, like Order and state."));
    return new FieldExplanation(
        type,
        field,
        fact.owner().name(),
        FieldPolicy.of(fact.policy()),
        fact.meaning(),
        age(fact.policy()),
        oldest(fact.policy()),
        events(fact));
  }

  private static String age(Policy policy) {
    return switch (policy) {
      case Policy.Own _ -> "As of our latest event that changed it.";
      case Policy.Reference _ -> "An id: it does not grow old.";
      case Policy.Recorded _ ->
          "As its owner last stated it in an event; an order's provenance tells when.";
      case Policy.Cached cached ->
          "Read from its owner, at most " + cached.ttl().toSeconds() + " s ago.";
      case Policy.Live _ -> "Read from its owner when you ask.";
    };
  }

  private static @Nullable Long oldest(Policy policy) {
    return switch (policy) {
      case Policy.Own _, Policy.Reference _, Policy.Recorded _ -> null;
      case Policy.Cached cached -> cached.ttl().toSeconds();
      case Policy.Live _ -> 0L;
    };
  }

  private static List<String> events(Fact fact) {
    return fact.policy().mayBeStored() ? Sources.eventsOf(fact.entity(), fact.field()) : List.of();
  }
}
