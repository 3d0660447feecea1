package io.throughline.command.eventstore;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A group's events turned into columns, linked to the head one after the other. */
final class EventColumns {
  private final Long[] index;
  private final String[] type;
  private final String[] id;
  private final Long[] sequence;
  private final String[] event;
  private final String[] name;
  private final byte[][] payload;
  private final byte[][] metadata;
  private final Long[] occurred;
  private final byte[][] hash;
  private final Head end;

  EventColumns(List<Append> appends, Head head, Instant recordedAt) {
    var count = appends.stream().mapToInt(append -> append.rows().size()).sum();
    index = new Long[count];
    type = new String[count];
    id = new String[count];
    sequence = new Long[count];
    event = new String[count];
    name = new String[count];
    payload = new byte[count][];
    metadata = new byte[count][];
    occurred = new Long[count];
    hash = new byte[count][];
    var link = head.hash();
    var i = 0;
    for (var append : appends) {
      var digests = append.digests().iterator();
      for (var row : append.rows()) {
        var globalIndex = head.globalIndex() + i + 1;
        link = Row.link(link, globalIndex, recordedAt, digests.next());
        index[i] = globalIndex;
        type[i] = row.aggregateType();
        id[i] = row.aggregateId();
        sequence[i] = row.sequence();
        event[i] = row.eventId().toString();
        name[i] = row.wireName();
        payload[i] = row.payload();
        metadata[i] = row.metadata();
        occurred[i] = Row.micros(row.occurredAt());
        hash[i] = link;
        i++;
      }
    }
    end = new Head(head.globalIndex() + count, link, recordedAt, head.epoch());
  }

  /** Where the log ends with these events. */
  Head end() {
    return end;
  }

  void bind(PreparedStatement statement, int first) throws SQLException {
    var connection = statement.getConnection();
    statement.setArray(first, connection.createArrayOf("int8", index));
    statement.setArray(first + 1, connection.createArrayOf("text", type));
    statement.setArray(first + 2, connection.createArrayOf("text", id));
    statement.setArray(first + 3, connection.createArrayOf("int8", sequence));
    statement.setArray(first + 4, connection.createArrayOf("text", event));
    statement.setArray(first + 5, connection.createArrayOf("text", name));
    statement.setArray(first + 6, connection.createArrayOf("bytea", payload));
    statement.setArray(first + 7, connection.createArrayOf("bytea", metadata));
    statement.setArray(first + 8, connection.createArrayOf("int8", occurred));
    statement.setArray(first + 9, connection.createArrayOf("bytea", hash));
  }
}
