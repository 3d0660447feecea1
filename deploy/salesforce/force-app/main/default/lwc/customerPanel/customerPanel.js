import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { NavigationMixin } from 'lightning/navigation';
import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import { isRefused, messageOf, variablesOf } from 'c/answers';
import { labels } from 'c/labels';
import { orderPlace } from 'c/places';
import { moneyOf, timeOf } from 'c/words';

/** A customer at a glance: how to reach them, what they have under way, what they owe. */
export default class CustomerPanel extends NavigationMixin(LightningElement) {
    /** Of the account that the page shows; or else: */
    @api recordId = null;
    @api customerId = null;

    labels = labels;
    customer;
    refusals;
    error;
    loading = true;
    answered;

    get variables() {
        return variablesOf({ id: this.customerId });
    }

    @wire(ask, { question: 'CustomerPanel', variables: '$variables', recordId: '$recordId' })
    take(answered) {
        this.answered = answered;
        if (answered.data || answered.error) {
            this.customer = answered.data?.content.customer;
            this.refusals = answered.data?.refusals;
            this.error = messageOf(answered.error);
            this.loading = false;
        }
    }

    get heading() {
        return this.customer?.name ?? labels.Customer_Panel;
    }

    get nothing() {
        return this.customer ? undefined : labels.Customer_Unknown;
    }

    get particulars() {
        const { customer } = this;
        return [
            ['customerId', labels.Customer_Number, customer.customerId],
            ['contact', labels.Contact, customer.contact],
            ['email', labels.Email, customer.email],
            ['phone', labels.Phone, customer.phone],
            ['billTo', labels.Bill_To, addressOf(customer.billTo)],
            ['erpCustomerId', labels.Erp_Number, customer.erpCustomerId],
            ['completedOrderCount', labels.Completed_Orders, customer.completedOrderCount],
            ['cancelledOrderCount', labels.Cancelled_Orders, customer.cancelledOrderCount],
            ['invoiced', labels.Invoiced, (customer.invoiced ?? []).map(moneyOf).join(', ')],
            ['paid', labels.Paid, (customer.paid ?? []).map(moneyOf).join(', ')]
        ].map(([field, label, value]) => ({
            label,
            value: this.isKept(field) ? labels.Not_For_You : value === 0 ? '0' : value || labels.None
        }));
    }

    get openOrders() {
        return (this.customer.openOrders ?? []).map((order) => ({
            orderId: order.orderId,
            value: moneyOf(order.ordered),
            waits: order.exceptions.length ? labels.Waits_For : undefined
        }));
    }

    get shipments() {
        return (this.customer.lastShipments ?? []).map((shipment) => ({
            ...shipment,
            at: timeOf(shipment.shippedAt)
        }));
    }

    isKept(field) {
        return isRefused(this.refusals, `customer.${field}`);
    }

    open(event) {
        this[NavigationMixin.Navigate](orderPlace(event.target.name));
    }

    refresh() {
        return refreshApex(this.answered);
    }
}

function addressOf(address) {
    return address
        ? [
              address.street,
              [address.postalCode, address.city].filter(Boolean).join(' '),
              address.region,
              address.country
          ]
              .filter(Boolean)
              .join(', ')
        : '';
}
