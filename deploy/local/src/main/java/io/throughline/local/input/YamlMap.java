package io.throughline.local.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A YAML mapping that knows its lines, so that every complaint can name one. */
final class YamlMap {
  private final String file;
  private final String what;
  private final int line;
  private final SequencedMap<String, Node> entries = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private YamlMap(String file, String what, int line) {
    this.file = file;
    this.what = what;
    this.line = line;
  }

  /**
   * @param what it describes, for messages: {@code the section 'order'}
   */
  static YamlMap of(String file, String what, Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw new InputRefused(
          file + " line " + lineOf(node) + ": " + what + " must be a list of 'name: value'");
    }
    var map = new YamlMap(file, what, lineOf(node));
    for (var entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw new InputRefused(
            file + " line " + lineOf(entry.getKeyNode()) + ": a name must be a plain text");
      }
      map.lines.put(key.getValue(), lineOf(key));
      if (map.entries.put(key.getValue(), entry.getValueNode()) != null) {
        throw new InputRefused(
            file
                + " line "
                + lineOf(key)
                + ": '"
                + key.getValue()
                + "' stands in "
                + what
                + " twice");
      }
    }
    return map;
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  int line() {
    return line;
  }

  int line(String name) {
    return lines.getOrDefault(name, line);
  }

  List<String> names() {
    return List.copyOf(entries.keySet());
  }

  void allowOnly(List<String> known) {
    for (var name : entries.keySet()) {
      if (!known.contains(name)) {
        throw refused(line(name), what + " has no '" + name + "'" + NearestName.hint(name, known));
      }
    }
  }

  Optional<Node> node(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  Optional<YamlMap> map(String name, String described) {
    return node(name).map(node -> of(file, described, node));
  }

  Optional<String> text(String name) {
    return node(name).map(node -> scalar(name, node));
  }

  String requiredText(String name) {
    return text(name).orElseThrow(() -> refused(line, what + " needs '" + name + "'"));
  }

  boolean flag(String name) {
    var text = text(name).orElse("false");
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw refused(line(name), "'" + name + "' must be true or false, not '" + text + "'");
    };
  }

  SequencedMap<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    entries.forEach((name, node) -> texts.put(name, scalar(name, node)));
    return texts;
  }

  List<YamlMap> maps(String described) {
    var maps = new ArrayList<YamlMap>();
    entries.forEach((name, node) -> maps.add(of(file, described + " '" + name + "'", node)));
    return maps;
  }

  private String scalar(String name, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw refused(lineOf(node), "'" + name + "' must be one plain value");
  }

  InputRefused refused(int atLine, String reason) {
    return new InputRefused(file + " line " + atLine + ": " + reason);
  }
}
