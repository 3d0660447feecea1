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

    /** One, or none. Another one gets components of its own, so that nothing of the one before is shown under its number. */
    get orders() {
        const order = this.orderId ?? this.addressed;
        return order ? [order] : [];
    }
}
