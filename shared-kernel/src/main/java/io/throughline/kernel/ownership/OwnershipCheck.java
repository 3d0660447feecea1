package io.throughline.kernel.ownership;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds what we store or send against the catalogue, field by field and record within record. Of a
 * class that is no record its fields count, whatever their visibility: so snapshots keep them.
 */
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
   * @param entity under which the type's own fields stand in the catalogue
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
      if (type.isRecord()) {
        for (var component : type.getRecordComponents()) {
          check(entity, component.getName(), component.getGenericType());
        }
      } else {
        for (var field : type.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())
              && !Modifier.isTransient(field.getModifiers())) {
            check(entity, field.getName(), field.getGenericType());
          }
        }
      }
    }

    private void check(String entity, String field, Type type) {
      var fact = catalogue.find(entity, field);
      var name = entity + "." + field;
      if (fact.isEmpty()) {
        complaints.add(
            name
                + " is not in the ownership catalogue: say whose it is and what we may do with"
                + " it.");
      } else if (!fact.get().policy().mayBeStored()) {
        complaints.add(
            name + " is " + fact.get().policy() + ": it is read from its owner and never stored.");
      }
      within(type);
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
      } else if (isKept(type)) {
        check(entity, type);
      }
    }

    private boolean isKept(Class<?> type) {
      return type.isRecord() ? !isId(type) : !type.isEnum() && !type.isInterface();
    }

    /** An id's one field is the id itself. */
    private boolean isId(Class<?> type) {
      var components = type.getRecordComponents();
      return components.length == 1 && components[0].getName().equals("value");
    }
  }
}
