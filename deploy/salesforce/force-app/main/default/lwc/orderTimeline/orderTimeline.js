import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { MessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import AS_OF from '@salesforce/messageChannel/Throughline_As_Of__c';
import { messageOf, variablesOf } from 'c/answers';
import { labels, say } from 'c/labels';
import { OrderWatch } from 'c/orderWatch';
import { dayOf, keptOf, milestoneOf, stepOf, stepsOf, timeOf } from 'c/words';

/** Where an order is: the milestones it has reached, and what was promised. */
export default class OrderTimeline extends LightningElement {
    /** Of the record that the page shows; or else: */
    @api recordId = null;
    @api orderId = null;

    @wire(MessageContext) context;

    labels = labels;
    order;
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

    @wire(ask, { question: 'OrderTimeline', variables: '$variables', recordId: '$recordId' })
    take(answered) {
        this.answered = answered;
        if (answered.data || answered.error) {
            this.order = answered.data?.content.order;
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

    get heading() {
        return this.recorded
            ? `${labels.Timeline}: ${say(labels.As_It_Was, timeOf(this.asOf.occurred))}`
            : labels.Timeline;
    }

    get nothing() {
        return this.order ? undefined : labels.Order_Unknown;
    }

    get steps() {
        return stepsOf(this.order);
    }

    get currentStep() {
        return stepOf(this.order.state);
    }

    get waits() {
        return this.order.exceptions.length > 0;
    }

    get held() {
        const { hold } = this.order;
        return hold ? say(labels.Held_Since, timeOf(hold.since), hold.reason) : undefined;
    }

    get isHeld() {
        return Boolean(this.order.hold);
    }

    /** What is over cannot be held any more. */
    get isNow() {
        return !this.recorded;
    }

    get milestones() {
        const { order } = this;
        const reached = order.milestones.map((milestone) =>
            rowOf(milestone.name, milestoneOf(milestone.name), milestone.at, milestone.promised)
        );
        const shipped = order.shipments.map((shipment) =>
            rowOf(
                shipment.shipmentId,
                `${labels.Shipment} ${shipment.shipmentId}`,
                shipment.deliveredAt,
                shipment.requestedOn ?? order.requestedOn,
                shipment.delay
            )
        );
        return [...reached, ...shipped];
    }

    refresh() {
        return refreshApex(this.answered);
    }
}

function rowOf(key, label, at, promised, delay) {
    const kept = keptOf(promised, at);
    return {
        key,
        label,
        reached: at ? timeOf(at) : labels.Not_Yet,
        promised: promised ? say(labels.Asked_For, dayOf(promised)) : '',
        kept: kept?.text ?? delay,
        style: kept?.onTime ? 'slds-text-color_success' : 'slds-text-color_error'
    };
}
