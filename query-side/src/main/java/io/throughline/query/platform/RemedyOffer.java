package io.throughline.query.platform;

import io.throughline.kernel.Role;
import io.throughline.kernel.fulfilment.Remedy;
import java.util.List;

/** A remedy with all that a person needs to know to apply it. */
public record RemedyOffer(
    String name, Remedy kind, String label, List<String> parameters, List<String> roles) {

  public static RemedyOffer of(Remedy remedy) {
    return new RemedyOffer(
        remedy.wireName(),
        remedy,
        remedy.label(),
        remedy.parameters().stream().sorted().toList(),
        remedy.roles().stream().map(Role::wireName).sorted().toList());
  }

  public static List<RemedyOffer> of(List<Remedy> remedies) {
    return remedies.stream().map(RemedyOffer::of).toList();
  }
}
