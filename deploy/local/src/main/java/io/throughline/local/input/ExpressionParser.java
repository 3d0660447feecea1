package io.throughline.local.input;

import io.throughline.local.input.Expression.Comparator;
import io.throughline.local.input.Expression.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads an {@link Expression}. The grammar, loosest first:
 *
 * <pre>
 * or         := and ("or" and)*
 * and        := not ("and" not)*
 * not        := "not" not | comparison
 * comparison := sum (("==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=") sum)?
 * sum        := product (("+" | "-") product)*
 * product    := primary (("*" | "/") primary)*
 * primary    := number | 'text' | {column} | "true" | "false" | "-" primary | "(" or ")"
 * </pre>
 */
final class ExpressionParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\\d+(?:\\.\\d+)?)|'([^']*)'|\\{([^{}]+)}|(==|!=|<=|>=|[-+*/()<>]|[A-Za-z]+))\\s*");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final Map<String, Comparator> COMPARATORS =
      Map.of(
          "==", Comparator.EQUAL,
          "!=", Comparator.DIFFERENT,
          "<", Comparator.BELOW,
          "<=", Comparator.AT_MOST,
          ">", Comparator.ABOVE,
          ">=", Comparator.AT_LEAST);

  private final List<Token> tokens;
  private int next;

  private ExpressionParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * @throws IllegalArgumentException if the text is no expression; the message says what was not
   *     understood
   */
  static Expression parse(String text) {
    var parser = new ExpressionParser(tokens(text));
    var expression = parser.or();
    if (parser.next < parser.tokens.size()) {
      throw new IllegalArgumentException(
          "'" + parser.tokens.get(parser.next).shown() + "' was not expected");
    }
    return expression;
  }

  /** A text with columns in braces: {@code NW-{order_id}}. */
  static Expression template(String text) {
    var parts = new ArrayList<Expression>();
    var matcher = PLACEHOLDER.matcher(text);
    var end = 0;
    while (matcher.find()) {
      parts.add(new Expression.Constant(new Value.Text(text.substring(end, matcher.start()))));
      parts.add(new Expression.Column(matcher.group(1).strip()));
      end = matcher.end();
    }
    parts.add(new Expression.Constant(new Value.Text(text.substring(end))));
    return new Expression.Joined(parts);
  }

  private sealed interface Token {
    String shown();
  }

  private record Operand(Expression expression, String shown) implements Token {}

  private record Word(String shown) implements Token {}

  private static List<Token> tokens(String text) {
    var tokens = new ArrayList<Token>();
    var matcher = TOKEN.matcher(text);
    var end = 0;
    while (end < text.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw new IllegalArgumentException("'" + text.substring(end) + "' cannot be read");
      }
      if (matcher.group(1) != null) {
        var number = new Value.Number(new BigDecimal(matcher.group(1)));
        tokens.add(new Operand(new Expression.Constant(number), matcher.group(1)));
      } else if (matcher.group(2) != null) {
        tokens.add(
            new Operand(
                new Expression.Constant(new Value.Text(matcher.group(2))), matcher.group(2)));
      } else if (matcher.group(3) != null) {
        tokens.add(new Operand(new Expression.Column(matcher.group(3).strip()), matcher.group(3)));
      } else {
        tokens.add(new Word(matcher.group(4)));
      }
      end = matcher.end();
    }
    return tokens;
  }

  private Expression or() {
    var left = and();
    while (takes("or")) {
      left = new Expression.Or(left, and());
    }
    return left;
  }

  private Expression and() {
    var left = not();
    while (takes("and")) {
      left = new Expression.And(left, not());
    }
    return left;
  }

  private Expression not() {
    return takes("not") ? new Expression.Not(not()) : comparison();
  }

  private Expression comparison() {
    var left = sum();
    for (var known : COMPARATORS.entrySet()) {
      if (takes(known.getKey())) {
        return new Expression.Comparison(left, known.getValue(), sum());
      }
    }
    return left;
  }

  private Expression sum() {
    var left = product();
    while (true) {
      if (takes("+")) {
        left = new Expression.Arithmetic(left, Operator.PLUS, product());
      } else if (takes("-")) {
        left = new Expression.Arithmetic(left, Operator.MINUS, product());
      } else {
        return left;
      }
    }
  }

  private Expression product() {
    var left = primary();
    while (true) {
      if (takes("*")) {
        left = new Expression.Arithmetic(left, Operator.TIMES, primary());
      } else if (takes("/")) {
        left = new Expression.Arithmetic(left, Operator.BY, primary());
      } else {
        return left;
      }
    }
  }

  private Expression primary() {
    if (takes("(")) {
      var inner = or();
      if (!takes(")")) {
        throw new IllegalArgumentException("a ')' is missing");
      }
      return inner;
    }
    if (takes("-")) {
      var zero = new Expression.Constant(new Value.Number(BigDecimal.ZERO));
      return new Expression.Arithmetic(zero, Operator.MINUS, primary());
    }
    for (var truth : new boolean[] {true, false}) {
      if (takes(Boolean.toString(truth))) {
        return new Expression.Constant(new Value.Truth(truth));
      }
    }
    if (next == tokens.size()) {
      throw new IllegalArgumentException("it ends too early");
    }
    return switch (tokens.get(next++)) {
      case Operand(var expression, var _) -> expression;
      case Word(var shown) ->
          throw new IllegalArgumentException(
              "'"
                  + shown
                  + "' was not expected: columns stand in braces, {"
                  + shown
                  + "}, and texts in quotes");
    };
  }

  private boolean takes(String word) {
    if (next < tokens.size() && tokens.get(next) instanceof Word(var shown) && shown.equals(word)) {
      next++;
      return true;
    }
    return false;
  }
}
