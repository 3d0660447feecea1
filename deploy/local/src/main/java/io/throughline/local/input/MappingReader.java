package io.throughline.local.input;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads a {@link Mapping} from YAML. It stays with the parser's nodes, because those know their
 * lines.
 */
final class MappingReader {
  private static final List<String> SOURCES = List.of("column", "constant", "text", "value");
  private static final List<String> RULE =
      List.of(
          "column",
          "constant",
          "text",
          "value",
          "when",
          "default",
          "map",
          "upper",
          "round",
          "date");
  private static final List<String> SECTION =
      List.of("from", "join", "where", "distinct", "fields");

  private final String file;

  private MappingReader(String file) {
    this.file = file;
  }

  static Mapping read(Path path) {
    var name = path.getFileName().toString();
    try {
      var yaml = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(path)));
      if (yaml == null) {
        throw new InputRefused("The mapping " + path + " is empty: see docs/input.md.");
      }
      return new MappingReader(name).mapping(yaml);
    } catch (CharacterCodingException e) {
      throw new InputRefused("The mapping " + path + " is not UTF-8.", e);
    } catch (IOException e) {
      var reason = Files.exists(path) ? "cannot be read: " + e.getMessage() : "does not exist";
      throw new InputRefused("The mapping " + path + " " + reason + ".", e);
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      var line = mark == null ? "" : " line " + (mark.getLine() + 1);
      throw new InputRefused(name + line + ": this is no YAML: " + e.getProblem(), e);
    } catch (YAMLException e) {
      throw new InputRefused(name + ": this is no YAML: " + e.getMessage(), e);
    }
  }

  private Mapping mapping(Node root) {
    var top = YamlMap.of(file, "the mapping", root);
    var entities = Arrays.stream(Entity.values()).map(Entity::wireName).toList();
    var known = new ArrayList<>(entities);
    known.add("csv");
    top.allowOnly(known);
    var csv = top.map("csv", "'csv'");
    csv.ifPresent(map -> map.allowOnly(List.of("delimiter", "charset")));
    return new Mapping(
        file,
        csv.map(this::delimiter).orElse(','),
        csv.map(this::charset).orElse(StandardCharsets.UTF_8),
        new Mapping.Sections(
            section(top, Entity.CUSTOMER),
            section(top, Entity.PRODUCT),
            section(top, Entity.ORDER),
            section(top, Entity.LINE)));
  }

  private char delimiter(YamlMap csv) {
    var delimiter = csv.text("delimiter").orElse(",");
    if (delimiter.length() != 1) {
      throw csv.refused(
          csv.line("delimiter"), "the delimiter must be one character, not '" + delimiter + "'");
    }
    return delimiter.charAt(0);
  }

  private Charset charset(YamlMap csv) {
    var charset = csv.text("charset").orElse("UTF-8");
    try {
      return Charset.forName(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      throw csv.refused(csv.line("charset"), "no charset is called '" + charset + "'");
    }
  }

  private Section section(YamlMap top, Entity entity) {
    var what = "the section '" + entity.wireName() + "'";
    var section =
        top.map(entity.wireName(), what)
            .orElseThrow(() -> top.refused(top.line(), what + " is missing"));
    section.allowOnly(SECTION);
    var fields =
        section
            .map("fields", "'fields' of " + entity.wireName())
            .orElseThrow(() -> section.refused(section.line(), what + " needs 'fields'"));
    return new Section(
        entity,
        section.requiredText("from"),
        section.map("join", "'join' of " + entity.wireName()).map(this::joins).orElse(List.of()),
        section.text("where").map(text -> expression(section, "where", text)).orElse(null),
        section.flag("distinct"),
        rules(entity, fields),
        section.line());
  }

  private List<Section.Join> joins(YamlMap joins) {
    var read = new ArrayList<Section.Join>();
    var aliases = joins.names().iterator();
    for (var join : joins.maps("the join")) {
      join.allowOnly(List.of("from", "on", "optional"));
      var on =
          join.map("on", "'on'")
              .orElseThrow(
                  () -> join.refused(join.line(), "a join needs 'on: {their column: our column}'"));
      read.add(
          new Section.Join(
              aliases.next(),
              join.requiredText("from"),
              on.texts(),
              join.flag("optional"),
              join.line()));
    }
    return read;
  }

  private LinkedHashMap<String, FieldRule> rules(Entity entity, YamlMap fields) {
    var rules = new LinkedHashMap<String, FieldRule>();
    for (var field : fields.names()) {
      if (!entity.has(field)) {
        var known = new ArrayList<>(entity.fields());
        if (entity == Entity.PRODUCT) {
          known.add(Entity.STOCK + "<warehouse>");
        }
        throw fields.refused(
            fields.line(field),
            entity.wireName() + " has no field '" + field + "'" + NearestName.hint(field, known));
      }
      rules.put(field, rule(fields, field));
    }
    for (var required : entity.required()) {
      if (!rules.containsKey(required)) {
        throw fields.refused(
            fields.line(), entity.wireName() + " needs the field '" + required + "'");
      }
    }
    return rules;
  }

  private FieldRule rule(YamlMap fields, String field) {
    var line = fields.line(field);
    if (fields.node(field).orElseThrow() instanceof ScalarNode column) {
      return new FieldRule(
          new Expression.Column(column.getValue()), null, null, Map.of(), false, null, null, line);
    }
    var rule = fields.map(field, "the field '" + field + "'").orElseThrow();
    rule.allowOnly(RULE);
    return new FieldRule(
        source(rule, field),
        rule.text("when").map(text -> expression(rule, "when", text)).orElse(null),
        rule.text("default").orElse(null),
        rule.map("map", "'map'").map(YamlMap::texts).map(Map::copyOf).orElse(Map.of()),
        rule.flag("upper"),
        rule.text("round").map(text -> decimals(rule, text)).orElse(null),
        rule.text("date").map(text -> dateFormat(rule, text)).orElse(null),
        line);
  }

  private Expression source(YamlMap rule, String field) {
    var given = SOURCES.stream().filter(name -> rule.node(name).isPresent()).toList();
    if (given.size() != 1) {
      throw rule.refused(
          rule.line(),
          "the field '"
              + field
              + "' needs one of "
              + String.join(", ", SOURCES)
              + (given.isEmpty() ? "" : ", and has " + String.join(" and ", given)));
    }
    var text = rule.text(given.getFirst()).orElseThrow();
    return switch (given.getFirst()) {
      case "column" -> new Expression.Column(text);
      case "constant" -> new Expression.Constant(new Value.Text(text));
      case "text" -> ExpressionParser.template(text);
      default -> expression(rule, "value", text);
    };
  }

  private Expression expression(YamlMap map, String name, String text) {
    try {
      return ExpressionParser.parse(text);
    } catch (IllegalArgumentException e) {
      throw map.refused(
          map.line(name), "'" + name + ": " + text + "' is no expression: " + e.getMessage());
    }
  }

  private @Nullable Integer decimals(YamlMap rule, String text) {
    return Optional.of(text)
        .filter(digits -> digits.matches("\\d"))
        .map(Integer::valueOf)
        .orElseThrow(
            () ->
                rule.refused(
                    rule.line("round"), "'round' must be 0 to 9 decimals, not '" + text + "'"));
  }

  private @Nullable DateTimeFormatter dateFormat(YamlMap rule, String pattern) {
    try {
      // strict, so that 31 February does not become 28; its year is 'u'
      return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw rule.refused(
          rule.line("date"), "'" + pattern + "' is no date format: " + e.getMessage());
    }
  }
}
