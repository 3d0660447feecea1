package io.throughline.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.query.History;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;

class ViewFormatTest {
  private final ViewFormat<OrderDetails> format = new ViewFormat<>(OrderDetails.class);

  /** While the new one is folded beside it, the old one answers. */
  @Test
  void whatTheVersionBeforeWroteIsReadWithoutWhatItDidNotKnow() {
    var order = new OrderDetailsProjection().evolve(null, History.of("SO-1", "ACME").submitted());
    var written = format.bson("SO-1", Map.of(), order).decode(new BsonDocumentCodec());
    var view = written.getDocument("view");
    List.of("subscriptions", "returns", "provenance").forEach(view::remove);
    List.of("credited", "refunded").forEach(view.getDocument("money")::remove);
    view.getArray("lines").forEach(it -> ((BsonDocument) it).remove("returned"));

    var read = format.view(new RawBsonDocument(written, new BsonDocumentCodec()));

    assertThat(read.returns()).isEmpty();
    assertThat(read.money()).isEqualTo(order.money());
    assertThat(read.lines()).isEqualTo(order.lines());
  }
}
