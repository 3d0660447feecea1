package io.throughline.kernel.fulfilment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.kernel.LineId;
import io.throughline.kernel.OrderId;

/**
 * One recurring bill: the order, its line and the period, {@code NW-10248~2~P3}; for a change
 * within that period also the change's number, {@code NW-10248~2~P3~A1}. The ERP knows the invoice
 * or the credit memo by it, so that none is made twice. A tilde is in no id of an order or a line.
 */
public record BillId(@JsonValue String value) implements CreditId {

  @JsonCreator
  public BillId {
    if (!value.matches("[^~]+~[^~]+~P\\d+(~A\\d+)?")) {
      throw new IllegalArgumentException(
          "'" + value + "' is no bill's id: it should be like NW-10248~2~P3 or NW-10248~2~P3~A1.");
    }
  }

  /** Of what a period costs, invoiced in advance. */
  public static BillId ofPeriod(OrderId orderId, LineId lineId, int period) {
    return new BillId(orderId + "~" + lineId + "~P" + period);
  }

  /**
   * Of what a change within the period costs besides, or gives back.
   *
   * @param number counts the line's such bills from 1
   */
  public static BillId ofAdjustment(OrderId orderId, LineId lineId, int period, int number) {
    return new BillId(ofPeriod(orderId, lineId, period) + "~A" + number);
  }

  public OrderId orderId() {
    return new OrderId(value.split("~", -1)[0]);
  }

  public LineId lineId() {
    return new LineId(value.split("~", -1)[1]);
  }

  /** Counted from 1 over all terms. */
  public int period() {
    return number(value.split("~", -1)[2]);
  }

  /** Of a change, counted from 1; 0: it is what the period costs. */
  public int adjustment() {
    var parts = value.split("~", -1);
    return parts.length > 3 ? number(parts[3]) : 0;
  }

  private static int number(String part) {
    return Integer.parseInt(part.substring(1));
  }

  @Override
  public String toString() {
    return value;
  }
}
