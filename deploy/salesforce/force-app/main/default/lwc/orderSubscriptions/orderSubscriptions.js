import { wire } from 'lwc';
import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import { labels, say } from 'c/labels';
import OrderAsOf from 'c/orderAsOf';
import { billOf, dayBefore, dayOf, daysOf, everyOf, moneyOf, subscriptionStateOf } from 'c/words';

const right = { alignment: 'right' };
const GIVEN_UP = ['CANCELLING', 'CANCELLED'];

const BILLS = [
    { label: labels.Number, hideDefaultActions: true, fieldName: 'number', wrapText: true },
    { label: labels.Kind, hideDefaultActions: true, fieldName: 'kindName', wrapText: true },
    { label: labels.Period, hideDefaultActions: true, fieldName: 'days', wrapText: true },
    { label: labels.Amount, hideDefaultActions: true, fieldName: 'amount', cellAttributes: right },
    { label: labels.Paid, hideDefaultActions: true, fieldName: 'paid', cellAttributes: right },
    { label: labels.Offset, hideDefaultActions: true, fieldName: 'offset', cellAttributes: right },
    { label: labels.Still_Due, hideDefaultActions: true, fieldName: 'due', cellAttributes: right }
];

/** What an order subscribes to: what runs until when, what is invoiced next, and what was. */
export default class OrderSubscriptions extends OrderAsOf {
    billColumns = BILLS;

    @wire(ask, { question: 'OrderSubscriptions', variables: '$variables', recordId: '$recordId' })
    take(answered) {
        this.answeredWith(answered);
    }

    get heading() {
        return this.titled(labels.Field_subscriptions);
    }

    get nothing() {
        return this.order && !this.subscriptions.length ? labels.No_Subscriptions : super.nothing;
    }

    /** Each line that is subscribed to: how it runs, or how it is to, once the ERP has taken the order. */
    get subscriptions() {
        const { lines, subscriptions, state } = this.order;
        const running = new Map(subscriptions.map((each) => [each.lineId, each]));
        const waiting = lines.filter((line) => line.subscription && !running.has(line.lineId));
        return [...waiting.map((line) => agreed(line, state)), ...subscriptions.map(shown)];
    }
}

const titleOf = ({ quantity, productId }) => `${quantity} × ${productId}`;

const priceOf = (price, period) => say(labels.Price_Each, moneyOf(price), everyOf(period));

function agreed({ lineId, productId, quantity, net, subscription }, state) {
    const { billingPeriod, periods, startsOn, renews } = subscription;
    const begins = startsOn ? say(labels.Begins_On, dayOf(startsOn)) : labels.Begins_With_Order;
    const term = say(renews ? labels.Term_Renews : labels.Term_Ends, periods);
    return {
        lineId,
        title: titleOf({ quantity, productId }),
        stateName: subscriptionStateOf('SCHEDULED'),
        sentences: GIVEN_UP.includes(state)
            ? [labels.Never_Began]
            : [priceOf(net, billingPeriod), `${begins} ${term}`]
    };
}

function shown(subscription) {
    const { lineId, state, price, billingPeriod, bills, billCount } = subscription;
    return {
        lineId,
        title: titleOf(subscription),
        stateName: subscriptionStateOf(state),
        sentences: [priceOf(price, billingPeriod), runOf(subscription), nextOf(subscription)],
        bills: bills.map(row).reverse(),
        hasBills: bills.length > 0,
        nothingBilled: bills.length === 0,
        more: billCount > bills.length ? say(labels.Latest_Bills, bills.length, billCount) : undefined
    };
}

function runOf({ state, startsOn, endsOn, termEndsOn }) {
    if (state === 'ENDED') {
        return say(labels.Ran, dayOf(startsOn), dayBefore(endsOn ?? termEndsOn));
    }
    return endsOn
        ? say(labels.Runs, dayOf(startsOn), dayBefore(endsOn))
        : say(labels.Runs_On, dayOf(startsOn), dayBefore(termEndsOn));
}

function nextOf({ state, endsOn, nextInvoiceOn, nextInvoiceNet }) {
    if (nextInvoiceOn) {
        return say(labels.Next_Invoice, dayOf(nextInvoiceOn), moneyOf(nextInvoiceNet));
    }
    return state === 'ENDED' || endsOn ? labels.No_Next_Invoice : labels.Next_Term_First;
}

/** Amounts with tax; those of credits below zero, so that each is what is paid, offset and due in all. */
function row({ billId, kind, from, until, number, gross, paid, applied, refunded, due }) {
    const isCredit = kind === 'CREDIT';
    const amountOf = (money) => moneyOf(isCredit ? { ...money, amount: 0 - money.amount } : money);
    return {
        billId,
        number,
        kindName: billOf(kind),
        days: daysOf(from, until),
        amount: amountOf(gross),
        paid: amountOf(isCredit ? refunded : paid),
        offset: amountOf(applied),
        due: amountOf(due)
    };
}
