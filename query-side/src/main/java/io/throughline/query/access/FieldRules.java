package io.throughline.query.access;

import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.throughline.kernel.Role;
import io.throughline.query.platform.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The roles that may see each field: those that its own {@code @allowed} names, or else its type's.
 */
public final class FieldRules {
  private static final String DIRECTIVE = "allowed";
  private static final String EVERYBODY = "ANY";
  private static final Set<Role> ALL = EnumSet.allOf(Role.class);

  private final Map<FieldCoordinates, Set<Role>> allowed = new LinkedHashMap<>();
  private final List<String> complaints = new ArrayList<>();

  private FieldRules() {}

  /** Reads them from the schema. */
  public static FieldRules of(GraphQLSchema schema) {
    var rules = new FieldRules();
    var types =
        schema.getAllTypesAsList().stream()
            .filter(GraphQLObjectType.class::isInstance)
            .map(GraphQLObjectType.class::cast)
            .filter(type -> !type.getName().startsWith("__"))
            .toList();
    types.forEach(type -> type.getFieldDefinitions().forEach(field -> rules.read(type, field)));
    types.forEach(type -> rules.check(type, isRoot(schema, type)));
    return rules;
  }

  private static boolean isRoot(GraphQLSchema schema, GraphQLObjectType type) {
    return type == schema.getQueryType() || type == schema.getSubscriptionType();
  }

  private void read(GraphQLObjectType type, GraphQLFieldDefinition field) {
    var roles = of(type, field);
    if (roles.isEmpty()) {
      complaints.add(
          type.getName()
              + "."
              + field.getName()
              + " has no rule: put @allowed(roles: […]) on it or on its type.");
    }
    allowed.put(
        FieldCoordinates.coordinates(type, field), roles.orElse(EnumSet.noneOf(Role.class)));
  }

  /** Empty if neither the field nor its type has a rule: nobody may see it. */
  static Optional<Set<Role>> of(GraphQLObjectType type, GraphQLFieldDefinition field) {
    return rule(field).or(() -> rule(type));
  }

  private static Optional<Set<Role>> rule(GraphQLDirectiveContainer container) {
    return Optional.ofNullable(container.getAppliedDirective(DIRECTIVE)).map(FieldRules::roles);
  }

  private static Set<Role> roles(GraphQLAppliedDirective directive) {
    var roles = EnumSet.noneOf(Role.class);
    Collection<?> named = directive.getArgument("roles").getValue();
    for (var name : named) {
      if (name.equals(EVERYBODY)) {
        roles.addAll(ALL);
      } else {
        roles.add(Role.valueOf(name.toString()));
      }
    }
    return roles;
  }

  /**
   * Whoever may see a field may see something of what it leads to; and where a role may see an
   * object but not one of its fields, the field can be null, or the whole object would vanish.
   */
  private void check(GraphQLObjectType type, boolean isRoot) {
    var ofType = isRoot ? ALL : rule(type).orElse(ALL);
    for (var field : type.getFieldDefinitions()) {
      var roles = roles(FieldCoordinates.coordinates(type, field));
      var name = type.getName() + "." + field.getName();
      if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType target) {
        rule(target)
            .filter(inner -> !inner.containsAll(roles))
            .ifPresent(
                inner ->
                    complaints.add(
                        name
                            + " is for "
                            + roles
                            + ", but what it leads to, "
                            + target.getName()
                            + ", only for "
                            + inner
                            + "."));
      }
      if (GraphQLTypeUtil.isNonNull(field.getType()) && !roles.containsAll(ofType)) {
        complaints.add(
            name
                + " is not for everybody who sees "
                + type.getName()
                + ", so it must be able to be null.");
      }
    }
  }

  /** Whether a reader may see a field of a running application's schema. */
  public static boolean allows(GraphQLSchema schema, FieldCoordinates field, Reader reader) {
    return Optional.ofNullable(schema.getObjectType(field.getTypeName()))
        .flatMap(
            type ->
                Optional.ofNullable(type.getFieldDefinition(field.getFieldName()))
                    .flatMap(it -> of(type, it)))
        .map(reader::hasAny)
        .orElse(false);
  }

  /** Nobody, if there is no such field. */
  public Set<Role> roles(FieldCoordinates field) {
    return allowed.getOrDefault(field, Set.of());
  }

  /** In the schema's order. */
  public Map<FieldCoordinates, Set<Role>> all() {
    return allowed;
  }

  /** What is wrong with the rules, a sentence each; empty if nothing is. */
  public List<String> complaints() {
    return complaints;
  }

  static boolean isEverybody(Set<Role> roles) {
    return roles.containsAll(ALL);
  }
}
