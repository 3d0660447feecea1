import { watchOrder } from 'c/orderChanges';

/** Keeps a component told of one order at a time, or of all: of which one is often known only once it was asked for. */
export class OrderWatch {
    /**
     * @param {() => void} changed called back each time that what is watched changes
     */
    constructor(changed) {
        this.changed = changed;
        this.orderId = undefined;
        this.end = undefined;
    }

    /** Watches this order, and no other any more. Of one that is watched already, or of none, nothing is begun. */
    async of(orderId) {
        if (orderId && orderId !== this.orderId) {
            await this.begin(orderId);
        }
    }

    /** Watches all orders. */
    ofAll() {
        return this.begin(null);
    }

    async begin(orderId) {
        this.stop();
        this.orderId = orderId;
        const end = await watchOrder(orderId, this.changed);
        if (this.orderId === orderId && !this.end) {
            this.end = end;
        } else {
            end(); // whoever looked has left, or looks at another one, before it had begun
        }
    }

    stop() {
        this.end?.();
        this.end = undefined;
        this.orderId = undefined;
    }

    get isUnderWay() {
        return this.orderId !== undefined;
    }
}
