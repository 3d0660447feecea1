package io.throughline.query.access;

import graphql.schema.FieldCoordinates;
import io.throughline.kernel.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The roles and the fields as a table for people: fields with the same roles stand in one row. */
final class FieldMatrix {
  private FieldMatrix() {}

  static String of(FieldRules rules) {
    var rows = new LinkedHashMap<String, Map<Set<Role>, List<String>>>();
    for (Map.Entry<FieldCoordinates, Set<Role>> field : rules.all().entrySet()) {
      rows.computeIfAbsent(field.getKey().getTypeName(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(field.getValue(), _ -> new ArrayList<>())
          .add("`" + field.getKey().getFieldName() + "`");
    }
    var table = new StringBuilder("| type | fields |");
    for (var role : Role.values()) {
      table.append(' ').append(role.wireName()).append(" |");
    }
    table.append("\n|---|---|").append(":-:|".repeat(Role.values().length)).append('\n');
    rows.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            type ->
                type.getValue()
                    .forEach((roles, fields) -> row(table, type.getKey(), roles, fields)));
    return table.toString();
  }

  private static void row(StringBuilder table, String type, Set<Role> roles, List<String> fields) {
    fields.sort(String::compareTo);
    table.append("| `").append(type).append("` | ").append(String.join(" ", fields)).append(" |");
    for (var role : Role.values()) {
      table.append(roles.contains(role) ? " ✓ |" : "   |");
    }
    table.append('\n');
  }
}
