import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import { labels } from 'c/labels';

/** One order: why it waits, how it was, where it is, and all that belongs to it. */
export default class OrderPage extends LightningElement {
    /** Where the page's address does not name it. */
    @api orderId = null;

    labels = labels;
    addressed;

    @wire(CurrentPageReference)
    take(place) {
        this.addressed = place?.state?.c__orderId;
    }

    get order() {
        return this.orderId ?? this.addressed;
    }
}
