package io.throughline.query.limits;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** About how many bytes an answer has as JSON; left as soon as it is too many. */
final class AnswerSize {
  private final long most;
  private long bytes;

  private AnswerSize(long most) {
    this.most = most;
  }

  static boolean exceeds(@Nullable Object data, long most) {
    var size = new AnswerSize(most);
    size.add(data);
    return size.bytes > most;
  }

  private void add(@Nullable Object value) {
    if (bytes > most) {
      return;
    }
    switch (value) {
      case null -> bytes += 4;
      case String text -> bytes += text.length() + 2;
      case Map<?, ?> object ->
          object.forEach(
              (name, inner) -> {
                bytes += String.valueOf(name).length() + 4;
                add(inner);
              });
      case Collection<?> list ->
          list.forEach(
              inner -> {
                bytes++;
                add(inner);
              });
      default -> bytes += 8;
    }
  }
}
