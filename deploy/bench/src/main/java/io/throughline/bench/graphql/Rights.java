package io.throughline.bench.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.throughline.kernel.Role;
import io.throughline.query.access.FieldRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds an answer, field by field, against what the schema allows the role. */
final class Rights {
  private final GraphQLSchema schema;
  private final FieldRules rules;

  Rights(GraphQLSchema schema) {
    this.schema = schema;
    this.rules = FieldRules.of(schema);
  }

  /** Fields that were told although they may not be. */
  List<String> breaches(Role role, Document document, JsonNode data) {
    var fragments = new HashMap<String, FragmentDefinition>();
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(it -> fragments.put(it.getName(), it));
    var walk = new Walk(role, fragments, new ArrayList<>());
    document
        .getDefinitionsOfType(OperationDefinition.class)
        .forEach(it -> walk.check(it.getSelectionSet(), schema.getQueryType(), data));
    return walk.breaches();
  }

  private final class Walk {
    private final Role role;
    private final Map<String, FragmentDefinition> fragments;
    private final List<String> breaches;

    Walk(Role role, Map<String, FragmentDefinition> fragments, List<String> breaches) {
      this.role = role;
      this.fragments = fragments;
      this.breaches = breaches;
    }

    List<String> breaches() {
      return breaches;
    }

    void check(@Nullable SelectionSet selections, GraphQLObjectType type, JsonNode value) {
      if (value.isArray()) {
        value.forEach(it -> check(selections, type, it));
      } else if (value.isObject() && selections != null) {
        for (var selection : selections.getSelections()) {
          switch (selection) {
            case Field field -> check(field, type, value);
            case InlineFragment inline -> check(inline.getSelectionSet(), type, value);
            case FragmentSpread spread -> {
              var fragment = fragments.get(spread.getName());
              check(fragment == null ? null : fragment.getSelectionSet(), type, value);
            }
            default -> throw new IllegalStateException("GraphQL has no other selections.");
          }
        }
      }
    }

    private void check(Field field, GraphQLObjectType type, JsonNode parent) {
      var told = parent.path(field.getAlias() == null ? field.getName() : field.getAlias());
      var definition = type.getFieldDefinition(field.getName());
      if (definition == null || told.isMissingNode() || told.isNull()) {
        return;
      }
      var coordinates = FieldCoordinates.coordinates(type, definition);
      if (!rules.roles(coordinates).contains(role)) {
        breaches.add(role + " was told " + coordinates);
      }
      if (GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLObjectType inner) {
        check(field.getSelectionSet(), inner, told);
      }
    }
  }
}
