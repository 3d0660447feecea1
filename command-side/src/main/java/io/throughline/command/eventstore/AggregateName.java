package io.throughline.command.eventstore;

/** An aggregate's identifier as Axon knows it, {@code order/NW-10248}, in its two parts. */
record AggregateName(String type, String id) {

  /**
   * @throws IllegalArgumentException if there is no slash in it
   */
  static AggregateName of(String identifier) {
    var slash = identifier.indexOf('/');
    if (slash < 1 || slash == identifier.length() - 1 || identifier.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "An aggregate is named by type/id, like order/NW-1, not '" + identifier + "'.");
    }
    return new AggregateName(identifier.substring(0, slash), identifier.substring(slash + 1));
  }

  @Override
  public String toString() {
    return type + "/" + id;
  }
}
