package io.throughline.command.publication;

import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the publisher's position beside the log. */
@Component
class Positions {
  private static final TypeReference<Map<Integer, Long>> OFFSETS = new TypeReference<>() {};

  private final JdbcTemplate jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  Positions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Position read() {
    return jdbc.query(
            "select global_index, topic_id, end_offsets from publication where id = 1",
            (row, _) ->
                new Position(
                    row.getLong("global_index"),
                    row.getString("topic_id"),
                    json.readValue(row.getString("end_offsets"), OFFSETS)))
        .getFirst();
  }

  void write(Position position) {
    jdbc.update(
        "update publication set global_index = ?, topic_id = ?, end_offsets = ?::jsonb where id ="
            + " 1",
        position.globalIndex(),
        position.topicId(),
        json.writeValueAsString(position.endOffsets()));
  }
}
