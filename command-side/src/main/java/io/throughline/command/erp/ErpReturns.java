package io.throughline.command.erp;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.ReturnId;
import java.util.List;

/**
 * Goods that come back. All that is made for a return is known by its id, so each call may be
 * repeated; the money for them is a matter of {@link ErpCredits}.
 */
public interface ErpReturns {

  /** Has the ERP allow the return of goods that it knows to have left. */
  Answer<Authorization> authorizeReturn(
      OrderId orderId, ReturnId returnId, List<LineQuantity> lines);

  /** Tells the ERP which of the goods are back. Brings the ERP's id of the record. */
  Answer<String> recordReturnReceipt(ReturnId returnId, List<LineQuantity> lines);

  /**
   * Closes the authorization, so that no more of it is taken back. Brings whether the ERP had it.
   */
  Answer<Boolean> closeReturn(ReturnId returnId);

  record Authorization(String erpReturnId, String number) {}
}
