package io.throughline.query.access;

import graphql.Scalars;
import graphql.schema.Coercing;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;

/** Something for every field, so that each can be reached and asked for. */
final class MadeUp {
  private MadeUp() {}

  static Object value(DataFetchingEnvironment environment) {
    var value = value(environment.getFieldType());
    var isSubscription =
        environment.getParentType() == environment.getGraphQLSchema().getSubscriptionType();
    return isSubscription ? Flux.just(value) : value;
  }

  private static Object value(GraphQLType type) {
    return switch (type) {
      case GraphQLNonNull sure -> value(sure.getWrappedType());
      case GraphQLList list -> List.of(value(list.getWrappedType()));
      case GraphQLEnumType choice -> choice.getValues().getFirst().getValue();
      case GraphQLScalarType scalar ->
          scalar == Scalars.GraphQLBoolean ? true : scalar == Scalars.GraphQLFloat ? 1.0 : 1;
      default -> Map.of();
    };
  }

  static GraphQLScalarType scalar(String name) {
    return GraphQLScalarType.newScalar()
        .name(name)
        .coercing(
            new Coercing<Object, Object>() {
              @Override
              public Object serialize(
                  Object value, graphql.GraphQLContext context, java.util.Locale locale) {
                return value.toString();
              }
            })
        .build();
  }

  /** A shortest way from the root to every field. */
  static final class Paths {
    private final GraphQLSchema schema;
    private final Map<String, List<FieldCoordinates>> toType = new LinkedHashMap<>();

    Paths(GraphQLSchema schema) {
      this.schema = schema;
      toType.put(schema.getQueryType().getName(), List.of());
      var next = new ArrayDeque<GraphQLObjectType>(List.of(schema.getQueryType()));
      while (!next.isEmpty()) {
        var type = next.removeFirst();
        for (var field : type.getFieldDefinitions()) {
          if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType target
              && !toType.containsKey(target.getName())) {
            toType.put(target.getName(), to(FieldCoordinates.coordinates(type, field)));
            next.add(target);
          }
        }
      }
    }

    List<FieldCoordinates> to(FieldCoordinates field) {
      var path = new ArrayList<>(toType.getOrDefault(field.getTypeName(), List.of()));
      path.add(field);
      return path;
    }

    String asQuery(List<FieldCoordinates> path) {
      var isSubscription =
          path.getFirst().getTypeName().equals(schema.getSubscriptionType().getName());
      var query = new StringBuilder(isSubscription ? "subscription" : "");
      for (var step : path) {
        query.append('{').append(step.getFieldName()).append(arguments(field(step)));
      }
      var last = field(path.getLast());
      if (GraphQLTypeUtil.unwrapAll(last.getType()) instanceof GraphQLObjectType) {
        query.append("{__typename}");
      }
      return query.append("}".repeat(path.size())).toString();
    }

    private GraphQLFieldDefinition field(FieldCoordinates step) {
      return schema.getObjectType(step.getTypeName()).getFieldDefinition(step.getFieldName());
    }

    private static String arguments(GraphQLFieldDefinition field) {
      var needed =
          field.getArguments().stream()
              .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType()))
              .map(argument -> argument.getName() + ": " + literal(argument.getType()))
              .collect(Collectors.joining(", "));
      return needed.isEmpty() ? "" : "(" + needed + ")";
    }

    private static String literal(GraphQLType type) {
      return switch (type) {
        case GraphQLNonNull sure -> literal(sure.getWrappedType());
        case GraphQLList list -> "[" + literal(list.getWrappedType()) + "]";
        case GraphQLEnumType choice -> choice.getValues().getFirst().getName();
        case GraphQLInputObjectType _ -> "{}";
        case GraphQLScalarType scalar when scalar == Scalars.GraphQLInt -> "1";
        case GraphQLScalarType scalar when scalar == Scalars.GraphQLBoolean -> "true";
        default -> "\"1\"";
      };
    }
  }
}
