import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import cancelOrder from '@salesforce/apex/ThroughlineCommands.cancelOrder';
import holdOrder from '@salesforce/apex/ThroughlineCommands.holdOrder';
import releaseOrder from '@salesforce/apex/ThroughlineCommands.releaseOrder';
import { messageOf, newKey } from 'c/answers';
import { labels } from 'c/labels';
import { mayAny } from 'c/roles';

const ENDED = ['COMPLETED', 'CANCELLED', 'CANCELLING'];
const HOLD = { name: 'hold', label: labels.Hold, send: holdOrder };
const RELEASE = { name: 'release', label: labels.Release, send: releaseOrder };
const CANCEL = {
    name: 'cancel',
    label: labels.Cancel_Order,
    send: cancelOrder,
    variant: 'destructive-text'
};

/** Holds an order, releases it, gives it up: each with a reason, for those who sell or operate. */
export default class OrderActions extends LightningElement {
    @api orderId;
    @api state;
    /** Whether somebody holds it. */
    @api held = false;

    labels = labels;
    chosen;
    reason = '';
    refusal;
    sending = false;
    key;

    get offered() {
        if (ENDED.includes(this.state) || !mayAny(['sales', 'operations', 'integration'])) {
            return [];
        }
        return [this.held ? RELEASE : HOLD, CANCEL];
    }

    open(event) {
        this.chosen = this.offered.find((action) => action.name === event.target.name);
        this.refusal = undefined;
        this.key = newKey(`${this.orderId}:${this.chosen.name}`);
    }

    close() {
        this.chosen = undefined;
    }

    write(event) {
        this.reason = event.detail.value;
    }

    async send() {
        if (!this.template.querySelector('lightning-input').reportValidity()) {
            return;
        }
        this.sending = true;
        this.refusal = undefined;
        try {
            await this.chosen.send({
                orderId: this.orderId,
                reason: this.reason.trim(),
                key: this.key
            });
            this.chosen = undefined;
            this.reason = '';
            this.dispatchEvent(new ShowToastEvent({ title: labels.Told, variant: 'success' }));
            this.dispatchEvent(new CustomEvent('told'));
        } catch (error) {
            this.refusal = messageOf(error);
        } finally {
            this.sending = false;
        }
    }
}
