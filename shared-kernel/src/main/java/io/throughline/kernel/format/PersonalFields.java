package io.throughline.kernel.format;

import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.kernel.privacy.Personal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Where personal texts stand in the JSON of a record, found once for each type. */
sealed interface PersonalFields {

  /** The texts of an event type, for each path; empty if it has none. */
  static Optional<PersonalFields> of(Class<?> type) {
    return CACHE.get(type);
  }

  /**
   * Replaces each personal text in place.
   *
   * @param change from path and text to text; paths are like {@code findings/0/message}
   */
  JsonNode map(JsonNode node, String path, BinaryOperator<String> change);

  /** Every text of whatever there is: for versions that have no record any more. */
  PersonalFields ANY = new Any();

  /** See {@link #ANY}. */
  record Any() implements PersonalFields {
    @Override
    public JsonNode map(JsonNode node, String path, BinaryOperator<String> change) {
      return (node.isString() ? new Text() : new Each(this)).map(node, path, change);
    }
  }

  /** A text. */
  record Text() implements PersonalFields {
    @Override
    public JsonNode map(JsonNode node, String path, BinaryOperator<String> change) {
      return node.isString() ? StringNode.valueOf(change.apply(path, node.stringValue())) : node;
    }
  }

  /** The fields of a record, as far as they hold any. */
  record Fields(Map<String, PersonalFields> byName) implements PersonalFields {
    @Override
    public JsonNode map(JsonNode node, String path, BinaryOperator<String> change) {
      if (node instanceof ObjectNode object) {
        byName.forEach(
            (name, fields) -> {
              var value = object.get(name);
              if (value != null) {
                object.set(name, fields.map(value, join(path, name), change));
              }
            });
      }
      return node;
    }
  }

  /** Every element of a list, every value of a map. */
  record Each(PersonalFields element) implements PersonalFields {
    @Override
    public JsonNode map(JsonNode node, String path, BinaryOperator<String> change) {
      if (node instanceof ArrayNode array) {
        for (var i = 0; i < array.size(); i++) {
          array.set(i, element.map(array.get(i), join(path, Integer.toString(i)), change));
        }
      } else if (node instanceof ObjectNode object) {
        object
            .properties()
            .forEach(
                entry ->
                    entry.setValue(
                        element.map(entry.getValue(), join(path, entry.getKey()), change)));
      }
      return node;
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  /** Types do not change while we run. */
  ClassValue<Optional<PersonalFields>> CACHE =
      new ClassValue<>() {
        @Override
        protected Optional<PersonalFields> computeValue(Class<?> type) {
          return found(type);
        }
      };

  private static Optional<PersonalFields> found(Class<?> type) {
    var fields = new LinkedHashMap<String, PersonalFields>();
    if (type.isSealed()) {
      for (var member : type.getPermittedSubclasses()) {
        if (found(member).orElse(null) instanceof Fields(var more)) {
          fields.putAll(more);
        }
      }
    } else if (type.isRecord() && !isId(type)) {
      for (var component : type.getRecordComponents()) {
        found(component).ifPresent(it -> fields.put(component.getName(), it));
      }
    }
    return fields.isEmpty() ? Optional.empty() : Optional.of(new Fields(Map.copyOf(fields)));
  }

  private static Optional<PersonalFields> found(RecordComponent component) {
    return component.isAnnotationPresent(Personal.class)
        ? Optional.of(texts(component))
        : within(component.getGenericType());
  }

  private static PersonalFields texts(RecordComponent component) {
    if (component.getType() == String.class) {
      return new Text();
    }
    if (component.getType() == Map.class) {
      return new Each(new Text());
    }
    throw new IllegalStateException(
        component.getDeclaringRecord().getSimpleName()
            + "."
            + component.getName()
            + " is marked as personal but is neither text nor a map of texts.");
  }

  private static Optional<PersonalFields> within(Type type) {
    return switch (type) {
      case ParameterizedType list
          when list.getRawType() instanceof Class<?> raw
              && (Iterable.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw)) ->
          within(list.getActualTypeArguments()[list.getActualTypeArguments().length - 1])
              .map(Each::new);
      case Class<?> known when known.getName().startsWith("io.throughline.") -> of(known);
      default -> Optional.empty();
    };
  }

  private static boolean isId(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .anyMatch(it -> it.getAccessor().isAnnotationPresent(JsonValue.class));
  }
}
