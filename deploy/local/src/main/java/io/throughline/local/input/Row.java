package io.throughline.local.input;

import java.util.Map;

/**
 * One row of a CSV file, together with the rows joined to it.
 *
 * @param line on which it begins, from 1 for the header
 * @param values by column; joined columns as {@code alias.column}; trimmed; empty where the file
 *     has nothing
 */
record Row(String file, long line, Map<String, String> values) {

  String value(String column) {
    return values.getOrDefault(column, "");
  }
}
