package io.throughline.query.platform;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The scalars for times and numbers. */
@Configuration(proxyBeanMethods = false)
class GraphQlConfiguration {
  @Bean
  RuntimeWiringConfigurer scalars() {
    return wiring ->
        wiring
            .scalar(scalar("DateTime", "A moment in UTC, ISO 8601: 2026-03-31T12:00:00Z"))
            .scalar(scalar("Date", "A day, ISO 8601: 2026-03-31"))
            .scalar(scalar("Decimal", "A decimal number as text, so that nothing is lost: 12.50"));
  }

  private static GraphQLScalarType scalar(String name, String description) {
    return GraphQLScalarType.newScalar()
        .name(name)
        .description(description)
        .coercing(new AsText(name))
        .build();
  }

  /** Goes out as text; a date that comes in is checked. */
  private record AsText(String scalar) implements Coercing<Object, String> {

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
      try {
        return parsed(String.valueOf(input));
      } catch (DateTimeParseException e) {
        throw new CoercingParseValueException(complaint(input));
      }
    }

    @Override
    public Object parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      if (input instanceof StringValue text) {
        try {
          return parsed(String.valueOf(text.getValue()));
        } catch (DateTimeParseException e) {
          throw new CoercingParseLiteralException(complaint(String.valueOf(text.getValue())));
        }
      }
      throw new CoercingParseLiteralException("A " + scalar + " is written in quotes.");
    }

    private Object parsed(String text) {
      return switch (scalar) {
        case "Date" -> LocalDate.parse(text);
        case "DateTime" -> OffsetDateTime.parse(text).toInstant();
        default -> text;
      };
    }

    private String complaint(Object input) {
      return "'"
          + input
          + "' is no "
          + scalar
          + ": write it like "
          + (scalar.equals("DateTime") ? "2026-03-31T12:00:00Z." : "2026-03-31.");
    }
  }
}
