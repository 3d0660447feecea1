import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { NavigationMixin } from 'lightning/navigation';
import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import { messageOf, variablesOf } from 'c/answers';
import { labels, say } from 'c/labels';
import { OrderWatch } from 'c/orderWatch';
import { orderPlace } from 'c/places';
import { causeOf, dayOf, moneyOf, roleOf, stateOf, steps, timeOf } from 'c/words';

const PAGE = 25;
/** The server bounds a page; who wants more than this narrows the list. */
const MOST = 100;

const COLUMNS = [
    {
        label: labels.Order,
        hideDefaultActions: true,
        type: 'button',
        fieldName: 'orderId',
        initialWidth: 160,
        typeAttributes: { label: { fieldName: 'orderId' }, name: 'open', variant: 'base' }
    },
    { label: labels.Customer, hideDefaultActions: true, fieldName: 'customerId' },
    { label: labels.State, hideDefaultActions: true, fieldName: 'stateName' },
    { label: labels.Value, hideDefaultActions: true, fieldName: 'value', cellAttributes: { alignment: 'right' } },
    { label: labels.Ordered_On, hideDefaultActions: true, fieldName: 'ordered' },
    { label: labels.Changed, hideDefaultActions: true, fieldName: 'changed', wrapText: true },
    { label: labels.Waits_For, hideDefaultActions: true, fieldName: 'waitsFor', wrapText: true, initialWidth: 240 }
];
const OF_ONE = COLUMNS.filter(({ fieldName }) => fieldName !== 'customerId');

/** Orders, filtered and sorted by the server; all, or those of one customer. */
export default class OrderList extends NavigationMixin(LightningElement) {
    /** Of an account, whose orders are shown then; or else: */
    @api recordId = null;
    @api customerId = null;

    labels = labels;
    state = '';
    customerNumber = '';
    from = null;
    to = null;
    parked = false;
    orderBy = 'CHANGED_AT_DESC';
    first = PAGE;
    connection;
    error;
    loading = true;
    answered;
    watch = new OrderWatch(() => this.refresh());

    states = [{ value: '', label: labels.All }].concat(
        [...steps, { value: 'CANCELLED', label: stateOf('CANCELLED') }].map((step) => ({ ...step }))
    );

    orders = [
        { value: 'CHANGED_AT_DESC', label: labels.Latest_Change },
        { value: 'ORDERED_ON_DESC', label: labels.Newest_First },
        { value: 'ORDERED_ON_ASC', label: labels.Oldest_First },
        { value: 'TOTAL_DESC', label: labels.Highest_Value }
    ];

    get ofAllCustomers() {
        return !this.customerId && !this.recordId;
    }

    /** Whose they are need not be said in each row where they are all of one. */
    get columns() {
        return this.ofAllCustomers ? COLUMNS : OF_ONE;
    }

    get variables() {
        const customerId = this.customerId ?? (this.customerNumber.trim() || undefined);
        return variablesOf({
            filter: {
                states: statesOf(this.state),
                customerId,
                orderedFrom: this.from || undefined,
                orderedTo: this.to || undefined,
                parked: this.parked || undefined
            },
            orderBy: this.orderBy,
            first: this.first
        });
    }

    @wire(ask, { question: 'OrderList', variables: '$variables', recordId: '$recordId' })
    take(answered) {
        this.answered = answered;
        if (answered.data || answered.error) {
            this.connection = answered.data?.content.orders ?? this.connection;
            this.error = messageOf(answered.error);
            this.loading = false;
        }
    }

    connectedCallback() {
        this.watch.ofAll();
    }

    disconnectedCallback() {
        this.watch.stop();
    }

    get heading() {
        return this.connection ? `${labels.Orders} (${this.connection.totalCount})` : labels.Orders;
    }

    get rows() {
        return (this.connection?.edges ?? []).map(({ node }) => ({
            orderId: node.orderId,
            customerId: node.customerId,
            stateName: stateOf(node.state),
            value: moneyOf(node.money.ordered),
            ordered: dayOf(node.orderedOn),
            changed: timeOf(node.changedAt),
            waitsFor: node.exceptions
                .map((exception) => `${causeOf(exception.cause)} (${roleOf(exception.queue)})`)
                .join(', ')
        }));
    }

    get shown() {
        return say(labels.Of_Total, this.rows.length, this.connection.totalCount);
    }

    get hasMore() {
        return this.connection.pageInfo.hasNextPage && this.first < MOST;
    }

    choose(event) {
        const { name, type, checked, value } = event.target;
        const chosen = type === 'checkbox' ? checked : event.detail.value ?? value;
        if (name === 'customerId') {
            this.customerNumber = chosen;
        } else {
            this[name] = chosen;
        }
        this.first = PAGE;
    }

    more() {
        this.first = MOST;
    }

    open(event) {
        this[NavigationMixin.Navigate](orderPlace(event.detail.row.orderId));
    }

    refresh() {
        return refreshApex(this.answered);
    }
}

function statesOf(state) {
    if (!state) {
        return undefined;
    }
    if (state === 'SHIPPED') {
        return ['PARTIALLY_SHIPPED', 'SHIPPED'];
    }
    return state === 'CANCELLED' ? ['CANCELLING', 'CANCELLED'] : [state];
}
