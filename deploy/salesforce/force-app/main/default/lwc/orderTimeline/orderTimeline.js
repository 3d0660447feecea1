import { wire } from 'lwc';
import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import { labels, say } from 'c/labels';
import OrderAsOf from 'c/orderAsOf';
import { dayOf, keptOf, milestoneOf, stepOf, stepsOf, timeOf } from 'c/words';

/** Where an order is: the milestones it has reached, and what was promised. */
export default class OrderTimeline extends OrderAsOf {
    @wire(ask, { question: 'OrderTimeline', variables: '$variables', recordId: '$recordId' })
    take(answered) {
        this.answeredWith(answered);
    }

    get heading() {
        return this.titled(labels.Timeline);
    }

    get steps() {
        return stepsOf(this.order);
    }

    get currentStep() {
        return stepOf(this.order.state, this.steps);
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
}

function rowOf(key, label, at, promised, delay) {
    const kept = keptOf(promised, at);
    return {
        key,
        label,
        reached: at ? timeOf(at) : labels.Not_Yet,
        promised: promised ? say(labels.Asked_For, dayOf(promised)) : '',
        kept: kept?.text ?? delay,
        style: `slds-m-left_x-small ${kept?.onTime ? 'slds-text-color_success' : 'slds-text-color_error'}`
    };
}
