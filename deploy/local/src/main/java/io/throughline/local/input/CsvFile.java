package io.throughline.local.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One CSV file with a header (RFC 4180; quoted fields may hold line breaks). Its rows are read as
 * they come.
 */
final class CsvFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path path;
  private final Mapping mapping;
  private final List<String> header;

  private CsvFile(Path path, Mapping mapping, List<String> header) {
    this.path = path;
    this.mapping = mapping;
    this.header = header;
  }

  /**
   * Reads the header only.
   *
   * @throws InputRefused if the file cannot be read or its header is no header
   */
  static CsvFile open(Path path, Mapping mapping) {
    var unread = new CsvFile(path, mapping, List.of());
    var header = unread.parse(CsvFile::header);
    if (header.isEmpty()) {
      throw new InputRefused(path + " is empty: its first line must name the columns.");
    }
    var seen = new HashSet<String>();
    for (var column : header) {
      if (!seen.add(column)) {
        throw new InputRefused(path + " has two columns called '" + column + "'.");
      }
    }
    return new CsvFile(path, mapping, header);
  }

  private static List<String> header(CSVParser parser) {
    var records = parser.iterator();
    if (!records.hasNext()) {
      return List.of();
    }
    var names =
        records.next().stream().map(name -> name.replace(BYTE_ORDER_MARK, "").strip()).toList();
    return names.equals(List.of("")) ? List.of() : names;
  }

  List<String> header() {
    return header;
  }

  String name() {
    return path.getFileName().toString();
  }

  /** Hands over each row in turn; one whose width is not the header's goes to {@code rejected}. */
  void forEach(Consumer<Row> rows, Consumer<Rejection> rejected) {
    parse(
        parser -> {
          var line = 1L;
          for (var record : parser) {
            if (record.getRecordNumber() > 1 && !isBlank(record)) {
              if (record.size() == header.size()) {
                rows.accept(row(record, line));
              } else {
                rejected.accept(
                    new Rejection(
                        name(),
                        line,
                        "",
                        "it has "
                            + record.size()
                            + " columns where the header has "
                            + header.size()));
              }
            }
            line = parser.getCurrentLineNumber() + 1; // where the next record begins
          }
          return line;
        });
  }

  private Row row(CSVRecord record, long line) {
    var values = HashMap.<String, String>newHashMap(header.size());
    for (var i = 0; i < header.size(); i++) {
      values.put(header.get(i), record.get(i).strip());
    }
    return new Row(name(), line, values);
  }

  private static boolean isBlank(CSVRecord record) {
    return record.size() == 1 && record.get(0).isBlank();
  }

  private <T> T parse(java.util.function.Function<CSVParser, T> work) {
    var format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(mapping.delimiter())
            .setIgnoreEmptyLines(false)
            .get();
    try (var reader = new BufferedReader(Files.newBufferedReader(path, mapping.charset()));
        var parser = CSVParser.parse(reader, format)) {
      return work.apply(parser);
    } catch (UncheckedIOException e) {
      throw refused(e.getCause() == null ? new IOException(e) : e.getCause());
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private InputRefused refused(IOException e) {
    if (e instanceof CharacterCodingException) {
      return new InputRefused(
          path
              + " is not "
              + mapping.charset()
              + ": name its charset in the mapping, 'csv: {charset: …}'.",
          e);
    }
    return new InputRefused(path + " cannot be read: " + e.getMessage(), e);
  }
}
