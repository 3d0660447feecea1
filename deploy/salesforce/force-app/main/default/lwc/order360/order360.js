import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { MessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import { NavigationMixin } from 'lightning/navigation';
import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import AS_OF from '@salesforce/messageChannel/Throughline_As_Of__c';
import { isRefused, messageOf, variablesOf } from 'c/answers';
import { labels, say } from 'c/labels';
import { OrderWatch } from 'c/orderWatch';
import { customerPlace } from 'c/places';
import { fieldOf, moneyOf, ownerOf, policyOf, shipmentStateOf, timeOf } from 'c/words';

const right = { alignment: 'right' };

const LINES = [
    { label: labels.Product, hideDefaultActions: true, fieldName: 'productId' },
    { label: labels.Quantity, hideDefaultActions: true, fieldName: 'quantity', type: 'number' },
    { label: labels.Unit_Price, hideDefaultActions: true, fieldName: 'price', cellAttributes: right },
    { label: labels.Net, hideDefaultActions: true, fieldName: 'value', cellAttributes: right },
    { label: labels.Allocated, hideDefaultActions: true, fieldName: 'allocated', type: 'number' },
    { label: labels.Back_Ordered, hideDefaultActions: true, fieldName: 'backOrdered', type: 'number' },
    { label: labels.Shipped, hideDefaultActions: true, fieldName: 'shipped', type: 'number' },
    { label: labels.Invoiced, hideDefaultActions: true, fieldName: 'invoiced', type: 'number', initialWidth: 96 }
];

const SHIPMENTS = [
    { label: labels.Shipment, hideDefaultActions: true, fieldName: 'shipmentId', wrapText: true },
    { label: labels.State, hideDefaultActions: true, fieldName: 'stateName' },
    { label: labels.Warehouse, hideDefaultActions: true, fieldName: 'warehouse' },
    { label: labels.Carrier, hideDefaultActions: true, fieldName: 'carrierName' },
    { label: labels.Tracking, hideDefaultActions: true, fieldName: 'trackingNumber', wrapText: true },
    { label: labels.Reached, hideDefaultActions: true, fieldName: 'at', wrapText: true }
];

const INVOICES = [
    { label: labels.Invoice, hideDefaultActions: true, fieldName: 'number' },
    { label: labels.Net, hideDefaultActions: true, fieldName: 'value', cellAttributes: right },
    { label: labels.Tax, hideDefaultActions: true, fieldName: 'taxValue', cellAttributes: right },
    { label: labels.Issued, hideDefaultActions: true, fieldName: 'issued', wrapText: true },
    { label: labels.Paid_On, hideDefaultActions: true, fieldName: 'paid', wrapText: true }
];

const PROVENANCE = [
    { label: labels.Field, hideDefaultActions: true, fieldName: 'name' },
    { label: labels.Source, hideDefaultActions: true, fieldName: 'owner' },
    { label: labels.Policy, hideDefaultActions: true, fieldName: 'kept' },
    { label: labels.Stated, hideDefaultActions: true, fieldName: 'stated' }
];

/** All that belongs to an order: lines, shipments, invoices, payments, and where each figure comes from. */
export default class Order360 extends NavigationMixin(LightningElement) {
    /** Of the record that the page shows; or else: */
    @api recordId = null;
    @api orderId = null;

    @wire(MessageContext) context;

    labels = labels;
    lineColumns = LINES;
    shipmentColumns = SHIPMENTS;
    invoiceColumns = INVOICES;
    provenanceColumns = PROVENANCE;
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

    @wire(ask, { question: 'Order360', variables: '$variables', recordId: '$recordId' })
    take(answered) {
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

    get heading() {
        return this.recorded
            ? `${labels.Overview}: ${say(labels.As_It_Was, timeOf(this.asOf.occurred))}`
            : labels.Overview;
    }

    get nothing() {
        return this.order ? undefined : labels.Order_Unknown;
    }

    get customerName() {
        return this.order.customer?.name ?? this.order.customerId;
    }

    get erpNumber() {
        return this.order.erpOrderNumber
            ? `${labels.Erp_Number}: ${this.order.erpOrderNumber}`
            : undefined;
    }

    get tiles() {
        const { money } = this.order;
        return [
            ['ordered', labels.Ordered],
            ['invoiced', labels.Invoiced],
            ['paid', labels.Paid],
            ['cancelled', labels.Cancelled],
            ['tax', labels.Tax]
        ].map(([field, label]) => ({ label, value: this.shown(`money.${field}`, money?.[field]) }));
    }

    get lines() {
        return (this.order.lines ?? []).map((line) => ({
            ...line,
            price: moneyOf(line.unitPrice),
            value: moneyOf(line.net)
        }));
    }

    get shipments() {
        return (this.order.shipments ?? []).map((shipment) => ({
            shipmentId: shipment.shipmentId,
            stateName: shipmentStateOf(shipment.state),
            warehouse: shipment.warehouse,
            carrierName: shipment.carrier ?? shipment.provider,
            trackingNumber: shipment.trackingNumber ?? labels.Not_Yet,
            at: timeOf(shipment.deliveredAt ?? shipment.shippedAt)
        }));
    }

    get invoices() {
        return (this.order.invoices ?? []).map((invoice) => ({
            ...invoice,
            value: moneyOf(invoice.net),
            taxValue: moneyOf(invoice.tax),
            issued: timeOf(invoice.issuedAt),
            paid: invoice.paidAt ? timeOf(invoice.paidAt) : labels.Due
        }));
    }

    /** How old a figure is counts from when its owner last stated it, in business time. */
    get provenance() {
        return (this.order.provenance ?? []).map((each) => ({
            field: each.field,
            name: fieldOf(each.field),
            owner: ownerOf(each.source),
            kept: policyOf(each.policy),
            stated: timeOf(each.asOf)
        }));
    }

    get noInvoices() {
        return isRefused(this.refusals, 'order.invoices') ? labels.Not_For_You : labels.No_Invoices;
    }

    shown(path, money) {
        return isRefused(this.refusals, `order.${path}`) ? labels.Not_For_You : moneyOf(money);
    }

    openCustomer() {
        this[NavigationMixin.Navigate](customerPlace(this.order.customerId));
    }

    refresh() {
        return refreshApex(this.answered);
    }
}
