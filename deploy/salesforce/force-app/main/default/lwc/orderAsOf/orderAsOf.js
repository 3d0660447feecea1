import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { MessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import AS_OF from '@salesforce/messageChannel/Throughline_As_Of__c';
import { messageOf, variablesOf } from 'c/answers';
import { labels, say } from 'c/labels';
import { OrderWatch } from 'c/orderWatch';
import { timeOf } from 'c/words';

/**
 * What components about one order have in common: they show it as it is, asked for again whenever it changes, or as it was
 * when somebody moves the page's slider. Each asks a question of its own, with the variables from here, and hands what was
 * answered to answeredWith.
 */
export default class OrderAsOf extends LightningElement {
    /** Of the record that the page shows; or else: */
    @api recordId = null;
    @api orderId = null;

    @wire(MessageContext) context;

    labels = labels;
    order;
    refusals;
    error;
    loading = true;
    /** As of when, and of which order: another one is shown as it is. */
    asOf = {};
    answered;
    subscription;
    watch = new OrderWatch(() => this.recorded ?? this.refresh());

    get place() {
        return this.recordId ?? this.orderId;
    }

    get recorded() {
        return this.asOf.place === this.place ? this.asOf.recorded : null;
    }

    get variables() {
        const asOf = this.recorded ? { recorded: this.recorded } : null;
        return variablesOf({ id: this.orderId, asOf });
    }

    answeredWith(answered) {
        this.answered = answered;
        if (answered.data || answered.error) {
            this.order = answered.data?.content.order;
            this.refusals = answered.data?.refusals;
            this.error = messageOf(answered.error);
            this.loading = false;
            this.watch.of(this.order?.orderId ?? this.orderId); // one that is not known yet may come
        }
    }

    connectedCallback() {
        this.subscription = subscribe(this.context, AS_OF, (asOf) => {
            if (asOf.place === this.place) {
                this.asOf = asOf;
            }
        });
    }

    disconnectedCallback() {
        unsubscribe(this.subscription);
        this.watch.stop();
    }

    /** A card's title, which says as of when where that is not now. */
    titled(title) {
        return this.recorded ? `${title}: ${say(labels.As_It_Was, timeOf(this.asOf.occurred))}` : title;
    }

    get nothing() {
        return this.order ? undefined : labels.Order_Unknown;
    }

    refresh() {
        return refreshApex(this.answered);
    }
}
