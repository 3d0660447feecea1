package io.throughline.local.input;

/**
 * A row that was left out.
 *
 * @param line on which the row begins, from 1 for the header
 * @param column whose value is at fault; several where a rule reckons with several
 * @param reason one clause for a person
 */
public record Rejection(String file, long line, String column, String reason) {

  @Override
  public String toString() {
    return file + " line " + line + (column.isEmpty() ? "" : ", column " + column) + ": " + reason;
  }
}
