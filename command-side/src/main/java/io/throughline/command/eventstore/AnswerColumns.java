package io.throughline.command.eventstore;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The answers that a group's commands leave, turned into columns. */
final class AnswerColumns {
  private final List<KeptAnswer> answers;

  AnswerColumns(List<Append> appends) {
    answers = appends.stream().map(Append::answer).flatMap(Optional::stream).toList();
  }

  void bind(PreparedStatement statement, int first) throws SQLException {
    text(statement, first, answer -> answer.key().actor());
    text(statement, first + 1, answer -> answer.key().value());
    text(statement, first + 2, KeptAnswer::fingerprint);
    array(statement, first + 3, "int4", KeptAnswer::status, Integer[]::new);
    text(statement, first + 4, KeptAnswer::location);
    text(statement, first + 5, KeptAnswer::contentType);
    array(statement, first + 6, "bytea", KeptAnswer::body, byte[][]::new);
    array(statement, first + 7, "int8", answer -> Row.micros(answer.answeredAt()), Long[]::new);
  }

  private void text(
      PreparedStatement statement, int at, Function<KeptAnswer, @Nullable String> column)
      throws SQLException {
    array(statement, at, "text", column, String[]::new);
  }

  private <T> void array(
      PreparedStatement statement,
      int at,
      String type,
      Function<KeptAnswer, ? extends @Nullable Object> column,
      IntFunction<T[]> array)
      throws SQLException {
    var values = answers.stream().map(column).toArray(array);
    statement.setArray(at, statement.getConnection().createArrayOf(type, values));
  }
}
