import { wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import { isRefused } from 'c/answers';
import { labels, say } from 'c/labels';
import OrderAsOf from 'c/orderAsOf';
import { customerPlace } from 'c/places';
import { fieldOf, moneyOf, ownerOf, policyOf, returnStateOf, shipmentStateOf, timeOf } from 'c/words';

const right = { alignment: 'right' };

const LINES = [
    { label: labels.Product, hideDefaultActions: true, fieldName: 'productId' },
    { label: labels.Quantity, hideDefaultActions: true, fieldName: 'quantity', type: 'number' },
    { label: labels.Unit_Price, hideDefaultActions: true, fieldName: 'price', cellAttributes: right },
    { label: labels.Net, hideDefaultActions: true, fieldName: 'value', cellAttributes: right },
    { label: labels.Allocated, hideDefaultActions: true, fieldName: 'allocated', type: 'number' },
    { label: labels.Back_Ordered, hideDefaultActions: true, fieldName: 'backOrdered', type: 'number' },
    { label: labels.Shipped, hideDefaultActions: true, fieldName: 'shipped', type: 'number' },
    { label: labels.Invoiced, hideDefaultActions: true, fieldName: 'invoiced', type: 'number' }
];

const SHIPMENTS = [
    { label: labels.Shipment, hideDefaultActions: true, fieldName: 'shipmentId', wrapText: true },
    { label: labels.State, hideDefaultActions: true, fieldName: 'stateName' },
    { label: labels.Warehouse, hideDefaultActions: true, fieldName: 'warehouse' },
    { label: labels.Carrier, hideDefaultActions: true, fieldName: 'carrierName' },
    { label: labels.Tracking, hideDefaultActions: true, fieldName: 'trackingNumber', wrapText: true, initialWidth: 144 },
    { label: labels.Reached, hideDefaultActions: true, fieldName: 'at', wrapText: true }
];

const INVOICES = [
    { label: labels.Invoice, hideDefaultActions: true, fieldName: 'number' },
    { label: labels.Net, hideDefaultActions: true, fieldName: 'value', cellAttributes: right },
    { label: labels.Tax, hideDefaultActions: true, fieldName: 'taxValue', cellAttributes: right },
    { label: labels.Issued, hideDefaultActions: true, fieldName: 'issued', wrapText: true },
    { label: labels.Paid_On, hideDefaultActions: true, fieldName: 'paid', wrapText: true }
];

const CREDITS = [
    { label: labels.Return, hideDefaultActions: true, fieldName: 'returnId', wrapText: true, initialWidth: 120 },
    { label: labels.State, hideDefaultActions: true, fieldName: 'stateName' },
    { label: labels.Credit_Memo, hideDefaultActions: true, fieldName: 'number' },
    { label: labels.Net, hideDefaultActions: true, fieldName: 'value', cellAttributes: right },
    { label: labels.Tax, hideDefaultActions: true, fieldName: 'taxValue', cellAttributes: right },
    { label: labels.Offset, hideDefaultActions: true, fieldName: 'offset', cellAttributes: right },
    { label: labels.Paid_Back, hideDefaultActions: true, fieldName: 'paidBack', cellAttributes: right }
];

const PROVENANCE = [
    { label: labels.Field, hideDefaultActions: true, fieldName: 'name' },
    { label: labels.Source, hideDefaultActions: true, fieldName: 'owner' },
    { label: labels.Policy, hideDefaultActions: true, fieldName: 'kept' },
    { label: labels.Stated, hideDefaultActions: true, fieldName: 'stated' }
];

/** All that belongs to an order: lines, shipments, invoices, payments, and where each figure comes from. */
export default class Order360 extends NavigationMixin(OrderAsOf) {
    lineColumns = LINES;
    shipmentColumns = SHIPMENTS;
    invoiceColumns = INVOICES;
    creditColumns = CREDITS;
    provenanceColumns = PROVENANCE;

    @wire(ask, { question: 'Order360', variables: '$variables', recordId: '$recordId' })
    take(answered) {
        this.answeredWith(answered);
    }

    get heading() {
        return this.titled(labels.Overview);
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

    /** What came back, or is to, and the money for it; that lessens invoices or is paid back, both with tax. */
    get credits() {
        return (this.order.returns ?? []).map(({ returnId, state, credit, refund }) => ({
            returnId,
            stateName: returnStateOf(state),
            number: credit?.number ?? labels.Not_Yet,
            value: moneyOf(credit?.net),
            taxValue: moneyOf(credit?.tax),
            offset: moneyOf(credit?.applied),
            paidBack: moneyOf(refund?.amount)
        }));
    }

    /** With tax. */
    get deposit() {
        const { deposit } = this.order;
        if (!deposit) {
            return undefined;
        }
        const [asked, received, left] = [deposit.asked, deposit.received, deposit.left].map(moneyOf);
        const told = say(labels.Deposit_Is, asked, received, left);
        return deposit.waived ? `${told} ${labels.Deposit_Waived}` : told;
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
}
