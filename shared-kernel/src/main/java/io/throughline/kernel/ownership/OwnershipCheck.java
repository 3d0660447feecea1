package io.throughline.kernel.ownership;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what we store or send against the catalogue, field by field and record within record. */
public final class OwnershipCheck {
  private static final String OURS = "io.throughline";

  private final OwnershipCatalogue catalogue;
  private final Map<Class<?>, String> entities;

  public OwnershipCheck(OwnershipCatalogue catalogue) {
    this(catalogue, Map.of());
  }

  /**
   * @param entities under which a record's fields stand in the catalogue, where that is not the
   *     record's own name
   */
  public OwnershipCheck(OwnershipCatalogue catalogue, Map<Class<?>, String> entities) {
    this.catalogue = catalogue;
    this.entities = Map.copyOf(entities);
  }

  /**
   * Everything that must not be stored as it is; empty if all is in order.
   *
   * @param entity under which the record's own fields stand in the catalogue
   */
  public List<String> complaints(String entity, Class<?> type) {
    var run = new Run();
    run.check(entity, type);
    return List.copyOf(run.complaints);
  }

  private final class Run {
    private final List<String> complaints = new ArrayList<>();
    private final Set<Class<?>> seen = new HashSet<>();

    void check(String entity, Class<?> type) {
      for (var component : type.getRecordComponents()) {
        check(entity, component);
      }
    }

    private void check(String entity, RecordComponent component) {
      var fact = catalogue.find(entity, component.getName());
      var name = entity + "." + component.getName();
      if (fact.isEmpty()) {
        complaints.add(
            name
                + " is not in the ownership catalogue: say whose it is and what we may do with"
                + " it.");
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
      } else if (type instanceof Class<?> ours && ours.getName().startsWith(OURS)) {
        within(ours, entities.getOrDefault(ours, ours.getSimpleName()));
      }
    }

    /** The records of a sealed family stand in the catalogue under the family's name. */
    private void within(Class<?> type, String entity) {
      if (!seen.add(type)) {
        return;
      }
      if (type.isSealed()) {
        for (var member : type.getPermittedSubclasses()) {
          within(member, entity);
        }
      } else if (type.isRecord() && !isId(type)) {
        check(entity, type);
      }
    }

    /** An id's one field is the id itself. */
    private boolean isId(Class<?> type) {
      var components = type.getRecordComponents();
      return components.length == 1 && components[0].getName().equals("value");
    }
  }
}
