import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { MessageContext, publish } from 'lightning/messageService';
import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import AS_OF from '@salesforce/messageChannel/Throughline_As_Of__c';
import { messageOf, variablesOf } from 'c/answers';
import { labels, say } from 'c/labels';
import { happenedOf } from 'c/told';
import { timeOf } from 'c/words';

const PAUSE = 250;

const momentsOf = (history) => (history?.edges ?? []).map(({ node }) => node);

/**
 * A slider over all that was recorded of an order, a step for each event. The other components of the page show the
 * order as it was then; at the end of the slider, as it is.
 */
export default class TimeTravel extends LightningElement {
    /** Of the record that the page shows; or else: */
    @api recordId = null;
    @api orderId = null;

    @wire(MessageContext) context;

    labels = labels;
    moments = [];
    step = 0;
    isPast = false;
    error;
    loading = true;
    answered;
    timer;
    shownPlace;

    get place() {
        return this.recordId ?? this.orderId;
    }

    get variables() {
        return variablesOf({ id: this.orderId });
    }

    @wire(ask, { question: 'TimeTravel', variables: '$variables', recordId: '$recordId' })
    take(answered) {
        this.answered = answered;
        if (answered.data || answered.error) {
            this.moments = momentsOf(answered.data?.content.orderHistory);
            this.error = messageOf(answered.error);
            this.loading = false;
            if (!this.isPast || this.place !== this.shownPlace) {
                this.step = this.max;
                this.isPast = false; // another order is shown as it is
            }
            this.shownPlace = this.place;
        }
    }

    get nothing() {
        return this.moments.length ? undefined : labels.Order_Unknown;
    }

    get max() {
        return this.moments.length;
    }

    get begin() {
        return timeOf(this.moments[0]?.occurredAt);
    }

    get sentence() {
        const moment = this.moments[this.step];
        return this.isPast && moment
            ? `${say(labels.As_It_Was, timeOf(moment.occurredAt))}: ${happenedOf(moment)}`
            : labels.Now;
    }

    move(event) {
        this.step = Number(event.target.value);
        this.isPast = this.step < this.max;
        clearTimeout(this.timer);
        // while somebody drags, only where they stop is asked for
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => this.tell(), PAUSE);
    }

    backToNow() {
        this.step = this.max;
        this.isPast = false;
        this.tell();
    }

    tell() {
        const { recordedAt, occurredAt } = this.isPast ? this.moments[this.step] : {};
        publish(this.context, AS_OF, {
            place: this.place,
            recorded: recordedAt ?? null,
            occurred: occurredAt ?? null
        });
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    refresh() {
        return refreshApex(this.answered);
    }
}
