package io.throughline.bench.graphql;

import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.throughline.kernel.Role;
import io.throughline.query.documents.TrustedDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Questions by chance: most of them fit the schema, some nearly, some not at all. */
final class RandomQuestions {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int DEEPEST = 7;
  private static final List<String> STRANGE =
      List.of(
          "", " ", "\u0000", "'\"\\", "$ne", "{\"$gt\": \"\"}", "../..", "A".repeat(5_000), "ß漢🙂");
  private static final String NOISE = "{}()[]:!$@#\"\\,.&|= \n\u0000abc123…";

  private final GraphQLSchema schema;
  private final List<String> ids;
  private final List<TrustedDocument> trusted;
  private final Random random;

  /**
   * @param ids of what is there
   */
  RandomQuestions(
      GraphQLSchema schema, List<String> ids, List<TrustedDocument> trusted, Random random) {
    this.schema = schema;
    this.ids = ids;
    this.trusted = trusted;
    this.random = random;
  }

  Question next() {
    var role = Role.values()[random.nextInt(Role.values().length)];
    return switch (random.nextInt(10)) {
      case 0, 1 -> mangled(role);
      case 2 -> excessive(role);
      case 3 -> byId(role);
      default -> fitting(role);
    };
  }

  private Question fitting(Role role) {
    var variables = new LinkedHashMap<String, Object>();
    var declared = new StringBuilder();
    var text = new StringBuilder();
    selections(text, schema.getQueryType(), 1, declared, variables);
    var query =
        "query Q" + (declared.isEmpty() ? "" : "(" + declared.substring(1) + ")") + " " + text;
    return asked(role, query, variables);
  }

  private Question asked(Role role, String query, Map<String, Object> variables) {
    var body = new LinkedHashMap<String, Object>();
    body.put("query", query);
    body.put("variables", variables);
    return new Question(role, JSON.writeValueAsString(body), parsed(query));
  }

  private static @Nullable Document parsed(String query) {
    try {
      return Parser.parse(query);
    } catch (InvalidSyntaxException e) {
      return null;
    }
  }

  private void selections(
      StringBuilder text,
      GraphQLObjectType type,
      int depth,
      StringBuilder declared,
      Map<String, Object> variables) {
    text.append('{');
    var fields = type.getFieldDefinitions();
    var wanted = depth == 1 ? 1 + random.nextInt(2) : 1 + random.nextInt(5);
    for (var i = 0; i < wanted; i++) {
      var field = fields.get(random.nextInt(fields.size()));
      var inner =
          GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType it ? it : null;
      if (inner == null || depth < DEEPEST) {
        if (random.nextInt(4) == 0) {
          text.append("a").append(text.length()).append(": ");
        }
        text.append(field.getName());
        arguments(text, field, declared, variables);
        if (inner != null) {
          selections(text, inner, depth + 1, declared, variables);
        }
        text.append(' ');
      }
    }
    text.append("__typename}");
  }

  private void arguments(
      StringBuilder text,
      GraphQLFieldDefinition field,
      StringBuilder declared,
      Map<String, Object> variables) {
    var given = new StringBuilder();
    for (var argument : field.getArguments()) {
      if (GraphQLTypeUtil.isNonNull(argument.getType()) || random.nextBoolean()) {
        given.append(' ').append(argument.getName()).append(": ");
        given.append(value(argument, declared, variables));
      }
    }
    if (!given.isEmpty()) {
      text.append('(').append(given).append(')');
    }
  }

  private String value(
      GraphQLArgument argument, StringBuilder declared, Map<String, Object> variables) {
    if (random.nextInt(3) > 0) {
      return literal(argument.getType());
    }
    var name = "v" + variables.size();
    declared
        .append(',')
        .append('$')
        .append(name)
        .append(": ")
        .append(GraphQLTypeUtil.simplePrint(argument.getType()));
    variables.put(name, random.nextInt(10) == 0 ? wrong() : variable(argument.getType()));
    return "$" + name;
  }

  private Object wrong() {
    return switch (random.nextInt(5)) {
      case 0 -> Map.of("$gt", "");
      case 1 -> List.of(List.of());
      case 2 -> 1e300;
      case 3 -> true;
      default -> STRANGE.get(random.nextInt(STRANGE.size()));
    };
  }

  private Object variable(GraphQLInputType type) {
    return switch (type) {
      case GraphQLNonNull sure -> variable((GraphQLInputType) sure.getWrappedType());
      case GraphQLList list -> List.of(variable((GraphQLInputType) list.getWrappedType()));
      case GraphQLEnumType choice -> any(choice);
      case GraphQLInputObjectType object -> {
        var fields = new LinkedHashMap<String, Object>();
        object.getFieldDefinitions().stream()
            .filter(it -> GraphQLTypeUtil.isNonNull(it.getType()) || random.nextInt(3) == 0)
            .forEach(it -> fields.put(it.getName(), variable(it.getType())));
        yield fields;
      }
      case GraphQLScalarType scalar ->
          switch (scalar.getName()) {
            case "Int" -> random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(60);
            case "Float" -> random.nextDouble();
            case "Boolean" -> random.nextBoolean();
            case "Date" -> random.nextInt(5) == 0 ? "yesterday" : "2026-03-31";
            case "DateTime" -> random.nextInt(5) == 0 ? "now" : "2026-03-31T12:00:00Z";
            case "Decimal" -> random.nextInt(5) == 0 ? "much" : "12.50";
            default -> id();
          };
      default -> "";
    };
  }

  private String any(GraphQLEnumType choice) {
    return choice.getValues().get(random.nextInt(choice.getValues().size())).getName();
  }

  private String id() {
    return random.nextInt(5) == 0
        ? STRANGE.get(random.nextInt(STRANGE.size()))
        : ids.get(random.nextInt(ids.size()));
  }

  private String literal(GraphQLInputType type) {
    return switch (type) {
      case GraphQLNonNull sure -> literal((GraphQLInputType) sure.getWrappedType());
      case GraphQLList list -> "[" + literal((GraphQLInputType) list.getWrappedType()) + "]";
      case GraphQLEnumType choice -> any(choice);
      case GraphQLInputObjectType object -> {
        var fields = new StringBuilder("{");
        object.getFieldDefinitions().stream()
            .filter(it -> GraphQLTypeUtil.isNonNull(it.getType()) || random.nextInt(3) == 0)
            .forEach(
                it ->
                    fields
                        .append(it.getName())
                        .append(": ")
                        .append(literal(it.getType()))
                        .append(' '));
        yield fields.append('}').toString();
      }
      default -> JSON.writeValueAsString(variable(type));
    };
  }

  /** A question that fitted, with some of it lost, doubled, or replaced by noise. */
  private Question mangled(Role role) {
    var text = new StringBuilder(fitting(role).body());
    for (var i = random.nextInt(4); i >= 0 && text.length() > 2; i--) {
      var at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
        default ->
            text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
      }
    }
    return new Question(role, text.toString(), null);
  }

  private Question excessive(Role role) {
    var many = 1 + random.nextInt(400);
    var query =
        switch (random.nextInt(9)) {
          case 0 -> "{lag" + "{lag".repeat(many) + "}".repeat(many) + "}";
          case 1 -> "{" + aliases(many) + "}";
          case 2 -> "{lag {...A}} fragment A on SliceLag {...B} fragment B on SliceLag {...A}";
          case 3 -> "{lag {" + "slice ".repeat(many * 10) + "}}";
          case 4 ->
              "{orders(first: 200) {edges {node {customer {openOrders {orderId ordered {amount"
                  + " currency}} lastShipments {orderId} exceptions path children}}}}}";
          case 5 -> "{__schema {types {name fields {name type {ofType {ofType {name}}}}}}}";
          case 6 -> doubling(1 + random.nextInt(20));
          case 7 -> "{" + "#".repeat(many * 100) + "\nlag {slice}}";
          default -> "query A {lag {slice}} query B {lag {events}}";
        };
    return random.nextInt(8) == 0
        ? new Question(role, "[" + JSON.writeValueAsString(Map.of("query", query)) + "]", null)
        : asked(role, query, Map.of());
  }

  private static String aliases(int many) {
    var text = new StringBuilder();
    for (var i = 0; i < many; i++) {
      text.append("a").append(i).append(": lag {slice} ");
    }
    return text.toString();
  }

  /** Each fragment stands for twice the one before. */
  private static String doubling(int times) {
    var text = new StringBuilder("{lag {...F").append(times).append("}} ");
    for (var i = times; i > 0; i--) {
      text.append("fragment F%d on SliceLag {...F%d ...F%d} ".formatted(i, i - 1, i - 1));
    }
    return text.append("fragment F0 on SliceLag {slice}").toString();
  }

  private Question byId(Role role) {
    var document = trusted.get(random.nextInt(trusted.size()));
    var body = new LinkedHashMap<String, Object>();
    body.put("documentId", random.nextInt(10) == 0 ? "sha256:" + random.nextInt() : document.id());
    body.put(
        "variables",
        Map.of(
            "id", random.nextInt(6) == 0 ? wrong() : id(),
            "first", random.nextInt(6) == 0 ? wrong() : random.nextInt(60)));
    var isSubscription = document.text().contains("subscription ");
    return isSubscription
        ? fitting(role)
        : new Question(role, JSON.writeValueAsString(body), parsed(document.text()));
  }
}
