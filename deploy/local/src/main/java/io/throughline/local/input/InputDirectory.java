package io.throughline.local.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The CSV files of one directory as a mapping wants to see them: checked against it, and joined.
 */
final class InputDirectory {
  private final Path directory;
  private final Mapping mapping;
  private final Map<String, CsvFile> files = new HashMap<>();

  private InputDirectory(Path directory, Mapping mapping) {
    this.directory = directory;
    this.mapping = mapping;
  }

  /**
   * Checks every file and column that the mapping names, before a row is read.
   *
   * @throws InputRefused if one is not there
   */
  static InputDirectory open(Path directory, Mapping mapping) {
    if (!Files.isDirectory(directory)) {
      throw new InputRefused("The input directory " + directory + " does not exist.");
    }
    var input = new InputDirectory(directory, mapping);
    var sections = mapping.sections();
    for (var section :
        List.of(sections.customer(), sections.product(), sections.order(), sections.line())) {
      input.check(section);
    }
    return input;
  }

  private void check(Section section) {
    var columns = new ArrayList<>(file(section.file(), section.line()).header());
    for (var join : section.joins()) {
      var theirs = file(join.file(), join.line()).header();
      join.on()
          .forEach(
              (their, our) -> {
                require(their, theirs, join.file(), join.line());
                require(our, columns, section.file(), join.line());
              });
      theirs.forEach(column -> columns.add(join.alias() + "." + column));
    }
    if (section.where() != null) {
      section
          .where()
          .columns()
          .forEach(column -> require(column, columns, section.file(), section.line()));
    }
    section
        .fields()
        .values()
        .forEach(
            rule ->
                rule.columns()
                    .forEach(column -> require(column, columns, section.file(), rule.line())));
  }

  private void require(String column, List<String> known, String file, int line) {
    if (!known.contains(column)) {
      throw mapping.refused(
          line, file + " has no column '" + column + "'" + NearestName.hint(column, known));
    }
  }

  private CsvFile file(String name, int line) {
    var known = files.get(name);
    if (known != null) {
      return known;
    }
    var path = directory.resolve(name);
    if (!Files.isRegularFile(path)) {
      throw mapping.refused(
          line,
          "there is no file '" + name + "' in " + directory + NearestName.hint(name, names()));
    }
    var file = CsvFile.open(path, mapping);
    files.put(name, file);
    return file;
  }

  private Set<String> names() {
    try (var entries = Files.list(directory)) {
      var names = new HashSet<String>();
      entries
          .filter(Files::isRegularFile)
          .forEach(path -> names.add(path.getFileName().toString()));
      return names;
    } catch (IOException e) {
      throw new InputRefused(
          "The input directory " + directory + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Hands over the section's rows with what is joined to them. */
  void forEach(Section section, Consumer<Row> rows, Consumer<Rejection> rejected) {
    var joins = section.joins().stream().map(this::index).toList();
    file(section.file(), section.line())
        .forEach(
            row -> {
              try {
                joins.forEach(join -> join.addTo(row));
                if (section.where() == null || Expression.isTrue(section.where(), row)) {
                  rows.accept(row);
                }
              } catch (RowRefused refused) {
                rejected.accept(refused.at(row));
              }
            },
            rejected);
  }

  private JoinIndex index(Section.Join join) {
    var partners = new HashMap<List<String>, Row>();
    file(join.file(), join.line())
        .forEach(
            row -> partners.putIfAbsent(join.on().keySet().stream().map(row::value).toList(), row),
            _ -> {}); // a row of the wrong width joins nothing; what looks for it says so
    return new JoinIndex(join, partners);
  }

  private record JoinIndex(Section.Join join, Map<List<String>, Row> partners) {

    void addTo(Row row) {
      var key = join.on().values().stream().map(row::value).toList();
      var partner = partners.get(key);
      if (partner != null) {
        partner
            .values()
            .forEach((column, value) -> row.values().put(join.alias() + "." + column, value));
      } else if (!join.optional()) {
        throw new RowRefused(
            String.join(", ", join.on().values()),
            join.file() + " has no row for " + String.join(", ", key));
      }
    }
  }
}
