package io.throughline.query.access;

import io.throughline.kernel.PartnerId;
import org.bson.conversions.Bson;

/**
 * What of a slice is a channel partner's: sold through that partner.
 *
 * @param <V> the view
 */
public interface PartnersPart<V> {

  /** For lists and counts; answered from an index. */
  Bson filter(PartnerId partner);

  /** For one document. */
  boolean includes(V view, PartnerId partner);

  /** Nothing of the slice is for partners. */
  static <V> PartnersPart<V> none() {
    return new PartnersPart<>() {
      @Override
      public Bson filter(PartnerId partner) {
        return Visible.NOTHING;
      }

      @Override
      public boolean includes(V view, PartnerId partner) {
        return false;
      }
    };
  }
}
