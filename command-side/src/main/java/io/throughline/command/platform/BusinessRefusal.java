package io.throughline.command.platform;

/**
 * A business "no": the request was understood and will not be done, now or if it is repeated. Its
 * message is one sentence for a person and says what to do instead.
 */
public abstract class BusinessRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String kind;

  /**
   * @param kind names the problem's type for machines: {@code order-already-completed}
   */
  protected BusinessRefusal(String kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  public String kind() {
    return kind;
  }
}
