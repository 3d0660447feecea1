package io.throughline.kernel.event;

/** The names under which an event's metadata is kept. */
public final class MetadataKeys {
  /** The id of the request that began it all. */
  public static final String CORRELATION = "correlationId";

  /** The id of the message that caused this one. */
  public static final String CAUSATION = "causationId";

  /** W3C Trace Context. */
  public static final String TRACE = "traceparent";

  /** Who asked for it: an opaque id, never a name. */
  public static final String ACTOR = "actor";

  /**
   * The system it came from: {@code salesforce}, {@code erp}, {@code carrier}, {@code throughline}.
   */
  public static final String SOURCE = "source";

  private MetadataKeys() {}
}
