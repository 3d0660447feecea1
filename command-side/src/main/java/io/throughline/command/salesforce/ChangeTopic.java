package io.throughline.command.salesforce;

import io.throughline.command.eventstore.ClusterLock;
import io.throughline.command.salesforce.PubSubClient.Received;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * Change events of one object. They only say which records to read: what they tell of a change is
 * partial, and after a gap nothing at all. Our own changes are known by their origin, and passed
 * over.
 */
final class ChangeTopic implements EventTopic {
  private final String object;
  private final ClusterLock.Work work;
  private final Set<String> ofInterest;
  private final String ourselves;
  private final Reader reader;

  /** Reads records of the object, and what hangs on them. */
  interface Reader {

    /** Those with these ids. */
    void read(Collection<String> ids) throws AskedInVain;

    /** All of them that may have changed while nothing was heard. */
    void readAll() throws AskedInVain;
  }

  /**
   * @param ofInterest fields; an update of none of them is passed over
   * @param clientId ours, as the origin of our own changes names it
   */
  ChangeTopic(
      String object,
      ClusterLock.Work work,
      Set<String> ofInterest,
      String clientId,
      Reader reader) {
    this.object = object;
    this.work = work;
    this.ofInterest = ofInterest;
    this.ourselves = "client=" + clientId;
    this.reader = reader;
  }

  @Override
  public String name() {
    return "/data/" + object + "ChangeEvent";
  }

  @Override
  public ClusterLock.Work work() {
    return work;
  }

  @Override
  public void take(List<Received> events) throws AskedInVain {
    var ids = new LinkedHashSet<String>();
    for (var event : events) {
      var header = (GenericRecord) event.fields().get("ChangeEventHeader");
      if (isOurs(header) || isDeletion(header) || !isOfInterest(header, event.fields())) {
        continue;
      }
      for (var id : (List<?>) header.get("recordIds")) {
        ids.add(id.toString());
      }
      if (header.get("changeType").toString().equals("GAP_OVERFLOW")) {
        ids.add("*");
      }
    }
    if (ids.stream().anyMatch(id -> id.endsWith("*"))) {
      reader.readAll();
    } else if (!ids.isEmpty()) {
      reader.read(ids);
    }
  }

  private boolean isOurs(GenericRecord header) {
    return List.of(header.get("changeOrigin").toString().split(";")).contains(ourselves);
  }

  /** A customer is erased by us and by nobody else, whatever is deleted in the org. */
  private static boolean isDeletion(GenericRecord header) {
    return header.get("changeType").toString().endsWith("DELETE")
        && !header.get("changeType").toString().endsWith("UNDELETE");
  }

  private boolean isOfInterest(GenericRecord header, GenericRecord event) {
    return !header.get("changeType").toString().equals("UPDATE")
        || changed((List<?>) header.get("changedFields"), event.getSchema()).stream()
            .anyMatch(ofInterest::contains);
  }

  /**
   * The names of changed fields. An entry is a bitmap over the schema's fields ({@code 0x…}, the
   * lowest bit for the first), or {@code n-0x…} for the fields within the n-th one: of those the
   * outer one's name is told.
   */
  static Set<String> changed(List<?> bitmaps, Schema schema) {
    var names = new LinkedHashSet<String>();
    for (var entry : bitmaps) {
      var text = entry.toString();
      var nested = text.indexOf("-0x");
      if (nested > 0) {
        names.add(schema.getFields().get(Integer.parseInt(text.substring(0, nested))).name());
      } else {
        var bits = new BigInteger(text.substring("0x".length()), 16);
        for (var field : schema.getFields()) {
          if (bits.testBit(field.pos())) {
            names.add(field.name());
          }
        }
      }
    }
    return names;
  }

  @Override
  public void reread() throws AskedInVain {
    reader.readAll();
  }

  @Override
  public void tidy() {
    // nothing waits: what could not be read was not taken
  }
}
