package io.throughline.command.eventstore.notary;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows as PostgreSQL's binary COPY sends them: the stored bytes, without a detour through text or
 * through objects of the driver's. One row at a time is held.
 *
 * <p>The format is PostgreSQL's own, documented with COPY: a signature of 11 bytes, flags, an
 * extension, then for each row the number of its fields and for each field its length and bytes.
 */
final class CopyRows implements AutoCloseable {
  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0};
  private static final int NULL = -1;

  private final CopyOut copy;
  private final int[] starts;
  private final int[] lengths;
  private byte[] buffer = new byte[0];
  private ByteBuffer numbers = ByteBuffer.wrap(buffer);

  /** Where the current row begins; what is before it is done with. */
  private int row;

  private int position;
  private boolean ended;

  CopyRows(Connection connection, String query, int fields) throws SQLException {
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy (" + query + ") to stdout (format binary)");
    this.starts = new int[fields];
    this.lengths = new int[fields];
    readHeader();
  }

  private void readHeader() throws SQLException {
    need(SIGNATURE.length + 2 * Integer.BYTES);
    if (!Arrays.equals(buffer, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
      throw new SQLException("PostgreSQL did not answer COPY in its binary format.");
    }
    position = SIGNATURE.length + Integer.BYTES;
    var extension = length();
    need(extension);
    position += extension;
  }

  /** Goes to the next row, if there is one. */
  boolean next() throws SQLException {
    if (ended) {
      return false;
    }
    row = position;
    need(Short.BYTES);
    var fields = numbers.getShort(position);
    position += Short.BYTES;
    if (fields == -1) {
      drain();
      return false;
    }
    if (fields != starts.length) {
      throw new SQLException("PostgreSQL sent " + fields + " fields, not " + starts.length + ".");
    }
    for (var i = 0; i < fields; i++) {
      lengths[i] = length();
      if (lengths[i] != NULL) {
        need(lengths[i]);
      }
      starts[i] = position - row;
      position += Math.max(0, lengths[i]);
    }
    return true;
  }

  private int length() throws SQLException {
    need(Integer.BYTES);
    var length = numbers.getInt(position);
    position += Integer.BYTES;
    return length;
  }

  /** A message may end anywhere, although PostgreSQL's end with a row. */
  private void need(int bytes) throws SQLException {
    while (buffer.length - position < bytes) {
      var message = copy.readFromCopy();
      if (message == null) {
        throw new SQLException("PostgreSQL's answer ended within a row.");
      }
      var kept = buffer.length - row;
      if (kept == 0) {
        buffer = message;
      } else {
        var longer = Arrays.copyOfRange(buffer, row, buffer.length + message.length);
        System.arraycopy(message, 0, longer, kept, message.length);
        buffer = longer;
      }
      position -= row;
      row = 0;
      numbers = ByteBuffer.wrap(buffer);
    }
  }

  /** The current row, which stays valid when this goes on: what was read is not written over. */
  StoredRow row() {
    var absolute = starts.clone();
    for (var i = 0; i < absolute.length; i++) {
      absolute[i] += row;
    }
    return new StoredRow(buffer, absolute, lengths.clone());
  }

  /** An int8; 0 for null. */
  long number(int field) {
    return lengths[field] == NULL ? 0 : numbers.getLong(row + starts[field]);
  }

  /** Empty for null. */
  byte[] bytes(int field) {
    var start = row + starts[field];
    return Arrays.copyOfRange(buffer, start, start + Math.max(0, lengths[field]));
  }

  private void drain() throws SQLException {
    ended = true;
    while (copy.isActive() && copy.readFromCopy() != null) {
      // the server sends what it had begun to send
    }
  }

  /** The connection can be used again. */
  @Override
  public void close() throws SQLException {
    drain();
  }
}
