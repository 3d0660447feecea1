package io.throughline.local.input;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the things of one kind come from.
 *
 * @param file a CSV file's name in the input directory
 * @param where only rows of which this is true are taken
 * @param distinct several rows may describe one thing: the first counts
 * @param line of the mapping
 */
record Section(
    Entity entity,
    String file,
    List<Join> joins,
    @Nullable Expression where,
    boolean distinct,
    SequencedMap<String, FieldRule> fields,
    int line) {

  /**
   * Another file's row put beside this one's; its columns are named {@code alias.column}.
   *
   * @param on the other file's columns to the columns of this one (or of an earlier join) that they
   *     equal
   * @param optional a row that finds no partner has empty columns; else it does not fit
   */
  record Join(String alias, String file, Map<String, String> on, boolean optional, int line) {}
}
