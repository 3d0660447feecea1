/** A sale that is won goes to the platform. */
trigger OpportunitySale on Opportunity(after insert, after update) {
    OpportunitySales.hand(Trigger.new, Trigger.oldMap);
}
