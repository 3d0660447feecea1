package io.throughline.kernel.ownership;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds what we store or send against the catalogue, field by field and record within record. */
public final class OwnershipCheck {
  private static final String OURS = "io.throughline";

  private final OwnershipCatalogue catalogue;
  private final List<String> complaints = new ArrayList<>();
  private final Set<Class<?>> seen = new HashSet<>();

  public OwnershipCheck(OwnershipCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Everything that must not be stored as it is; empty if all is in order.
   *
   * @param entity under which the record's own fields stand in the catalogue; records within it
   *     stand under their names
   */
  public List<String> complaints(String entity, Class<?> type) {
    complaints.clear();
    seen.clear();
    check(entity, type);
    return List.copyOf(complaints);
  }

  private void check(String entity, Class<?> type) {
    for (var component : type.getRecordComponents()) {
      check(entity, component);
    }
  }

  private void check(String entity, RecordComponent component) {
    var fact = catalogue.find(entity, component.getName());
    var name = entity + "." + component.getName();
    if (fact.isEmpty()) {
      complaints.add(
          name + " is not in the ownership catalogue: say whose it is and what we may do with it.");
    } else if (!fact.get().policy().mayBeStored()) {
      complaints.add(
          name + " is " + fact.get().policy() + ": it is read from its owner and never stored.");
    }
    within(component.getGenericType());
  }

  private void within(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      for (var argument : parameterized.getActualTypeArguments()) {
        within(argument);
      }
    } else if (type instanceof Class<?> record && isOurRecord(record) && seen.add(record)) {
      check(record.getSimpleName(), record);
    }
  }

  /** Ids have one field, which is their own name for themselves. */
  private static boolean isOurRecord(Class<?> type) {
    return type.isRecord()
        && type.getName().startsWith(OURS)
        && type.getRecordComponents().length > 1;
  }
}
