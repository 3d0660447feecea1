package io.throughline.local.input;

/** One value of one row does not fit; the rest goes on. */
final class RowRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String column;

  RowRefused(String column, String reason) {
    super(
        reason, null, false, false); // a note to the reader of the CSV, not a fault: no stack trace
    this.column = column;
  }

  RowRefused andSo(String consequence) {
    return new RowRefused(column, getMessage() + "; " + consequence);
  }

  Rejection at(Row row) {
    return new Rejection(row.file(), row.line(), column, String.valueOf(getMessage()));
  }
}
