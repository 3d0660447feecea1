package io.throughline.simulators;

import java.util.Map;

/** Looks up what an earlier entry of the journal has made. */
public final class Known {
  private Known() {}

  /**
   * @throws IllegalStateException if it is not there: the journal is not whole
   */
  public static <T> T in(Map<String, T> records, String key) {
    var record = records.get(key);
    if (record == null) {
      throw new IllegalStateException("The journal tells of " + key + " before it was made.");
    }
    return record;
  }
}
