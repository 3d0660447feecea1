package io.throughline.local.input;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A small calculation over the columns of one row. Arithmetic is decimal, to 34 digits; there are
 * no loops, calls or side effects, so a mapping from anywhere is safe to run.
 */
sealed interface Expression {

  /**
   * @throws RowRefused if a number or condition is wanted and the row's value is none
   */
  Value of(Row row);

  /** The columns it reads. */
  default Set<String> columns() {
    var columns = new LinkedHashSet<String>();
    collect(this, columns);
    return columns;
  }

  record Constant(Value value) implements Expression {
    @Override
    public Value of(Row row) {
      return value;
    }
  }

  record Column(String name) implements Expression {
    @Override
    public Value of(Row row) {
      return new Value.Text(row.value(name));
    }
  }

  /** The texts of its parts, one after the other. */
  record Joined(List<Expression> parts) implements Expression {
    @Override
    public Value of(Row row) {
      return new Value.Text(
          parts.stream().map(part -> part.of(row).toString()).collect(Collectors.joining()));
    }
  }

  record Arithmetic(Expression left, Operator operator, Expression right) implements Expression {
    @Override
    public Value of(Row row) {
      var a = number(left, row);
      var b = number(right, row);
      return new Value.Number(
          switch (operator) {
            case PLUS -> a.add(b);
            case MINUS -> a.subtract(b);
            case TIMES -> a.multiply(b);
            case BY -> quotient(a, b, row);
          });
    }

    private BigDecimal quotient(BigDecimal a, BigDecimal b, Row row) {
      if (b.signum() == 0) {
        throw new RowRefused(String.join(", ", right.columns()), "divides by zero");
      }
      return a.divide(b, MathContext.DECIMAL128);
    }
  }

  enum Operator {
    PLUS,
    MINUS,
    TIMES,
    BY
  }

  /** As numbers where both sides read as numbers, else as texts. */
  record Comparison(Expression left, Comparator comparator, Expression right)
      implements Expression {
    @Override
    public Value of(Row row) {
      var a = left.of(row);
      var b = right.of(row);
      var order =
          a.asNumber()
              .flatMap(x -> b.asNumber().map(x::compareTo))
              .orElseGet(() -> a.toString().compareTo(b.toString()));
      return new Value.Truth(
          switch (comparator) {
            case EQUAL -> order == 0;
            case DIFFERENT -> order != 0;
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
          });
    }
  }

  enum Comparator {
    EQUAL,
    DIFFERENT,
    BELOW,
    AT_MOST,
    ABOVE,
    AT_LEAST
  }

  record And(Expression left, Expression right) implements Expression {
    @Override
    public Value of(Row row) {
      return new Value.Truth(isTrue(left, row) && isTrue(right, row));
    }
  }

  record Or(Expression left, Expression right) implements Expression {
    @Override
    public Value of(Row row) {
      return new Value.Truth(isTrue(left, row) || isTrue(right, row));
    }
  }

  record Not(Expression condition) implements Expression {
    @Override
    public Value of(Row row) {
      return new Value.Truth(!isTrue(condition, row));
    }
  }

  static BigDecimal number(Expression expression, Row row) {
    var value = expression.of(row);
    return value
        .asNumber()
        .orElseThrow(
            () ->
                new RowRefused(
                    String.join(", ", expression.columns()), "'" + value + "' is no number"));
  }

  static boolean isTrue(Expression expression, Row row) {
    var value = expression.of(row);
    return switch (value.toString()) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new RowRefused(
              String.join(", ", expression.columns()), "'" + value + "' is neither true nor false");
    };
  }

  private static void collect(Expression expression, Set<String> columns) {
    switch (expression) {
      case Constant _ -> {}
      case Column(var name) -> columns.add(name);
      case Joined(var parts) -> parts.forEach(part -> collect(part, columns));
      case Arithmetic(var left, var _, var right) -> collectBoth(left, right, columns);
      case Comparison(var left, var _, var right) -> collectBoth(left, right, columns);
      case And(var left, var right) -> collectBoth(left, right, columns);
      case Or(var left, var right) -> collectBoth(left, right, columns);
      case Not(var condition) -> collect(condition, columns);
    }
  }

  private static void collectBoth(Expression left, Expression right, Set<String> columns) {
    collect(left, columns);
    collect(right, columns);
  }
}
