/** An order that is activated goes to the platform. */
trigger OrderSale on Order(after insert, after update) {
    OrderSales.hand(Trigger.new, Trigger.oldMap);
}
