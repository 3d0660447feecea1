import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import OrderSubscriptions from 'c/orderSubscriptions';
import { answer, clear, drawn, find, findAll, money, show, textOf } from 'jest/page';

jest.mock(
    '@salesforce/apex/ThroughlineQuestions.ask',
    () => {
        const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
        return { default: createApexTestWireAdapter(jest.fn()) };
    },
    { virtual: true }
);

/** Labels with what they are filled with: tests have their names in place of their texts. */
jest.mock('c/labels', () => {
    const { labels } = jest.requireActual('c/labels');
    return { labels, say: (label, ...values) => [label.replace('c.Throughline_', ''), ...values].join(' | ') };
});

const INVOICE = {
    billId: 'SO-1-1-P1',
    kind: 'PERIOD',
    from: '2026-04-01',
    until: '2026-07-01',
    number: 'INV3001',
    gross: money('107.10'),
    paid: money('71.40'),
    applied: money('25.70'),
    refunded: money('0.00'),
    due: money('10.00')
};
const CREDIT = {
    ...INVOICE,
    billId: 'SO-1-1-P1-A1',
    kind: 'CREDIT',
    number: 'CM3003',
    gross: money('35.70'),
    paid: money('0.00'),
    refunded: money('10.00'),
    due: money('0.00')
};
const CARE = {
    lineId: '1',
    state: 'RUNNING',
    productId: 'CARE',
    quantity: 3,
    price: money('90.00'),
    billingPeriod: 'QUARTER',
    startsOn: '2026-04-01',
    termEndsOn: '2027-04-01',
    renews: true,
    endsOn: null,
    nextInvoiceOn: '2026-07-01',
    nextInvoiceNet: money('90.00'),
    billCount: 37,
    bills: [INVOICE, CREDIT]
};
const LINE = {
    lineId: '1',
    productId: 'CARE',
    quantity: 3,
    net: money('90.00'),
    subscription: { billingPeriod: 'QUARTER', periods: 4, startsOn: null, renews: true }
};
const ORDER = { orderId: 'SO-1', state: 'SUBSCRIBED', lines: [LINE], subscriptions: [CARE] };

async function shown(order) {
    const element = show('c-order-subscriptions', OrderSubscriptions, { orderId: 'SO-1' });
    ask.emit(answer({ order }));
    await drawn();
    return element;
}

describe('c-order-subscriptions', () => {
    afterEach(clear);

    it('says what runs until when, for how much, and what is invoiced next', async () => {
        const text = textOf(await shown(ORDER));
        expect(text).toContain('3 × CARE');
        expect(text).toContain('Price_Each | $90.00 | c.Throughline_Every_QUARTER');
        expect(text).toContain('Runs_On | Apr 1, 2026 | Mar 31, 2027');
        expect(text).toContain('Next_Invoice | Jul 1, 2026 | $90.00');
    });

    it('shows bills, the newest first, each being what is paid, offset and due in all', async () => {
        const element = await shown(ORDER);
        const [credit, invoice] = find(element, 'lightning-datatable').data;
        expect(invoice).toMatchObject({ number: 'INV3001', amount: '$107.10', paid: '$71.40', offset: '$25.70', due: '$10.00' });
        expect(invoice.days.replaceAll(/\s/g, ' ')).toBe('Apr 1 – Jun 30, 2026');
        expect(credit).toMatchObject({
            kindName: 'c.Throughline_Bill_CREDIT',
            amount: '-$35.70',
            paid: '-$10.00',
            offset: '-$25.70',
            due: '$0.00'
        });
        expect(textOf(element)).toContain('Latest_Bills | 2 | 37');
    });

    it('says of one that ends which is its last day, and that nothing more is invoiced', async () => {
        const ending = { ...CARE, state: 'ENDING', endsOn: '2026-07-01', nextInvoiceOn: null, nextInvoiceNet: null, billCount: 2 };
        const text = textOf(await shown({ ...ORDER, subscriptions: [ending] }));
        expect(text).toContain('Runs | Apr 1, 2026 | Jun 30, 2026');
        expect(text).toContain('c.Throughline_No_Next_Invoice');
        expect(text).not.toContain('Latest_Bills');
    });

    it('says of one whose next term is not agreed on yet that it is to be, first', async () => {
        const open = { ...CARE, nextInvoiceOn: null, nextInvoiceNet: null };
        expect(textOf(await shown({ ...ORDER, subscriptions: [open] }))).toContain('c.Throughline_Next_Term_First');
    });

    it('shows the terms of what has not begun', async () => {
        const waiting = await shown({ ...ORDER, state: 'SUBMITTED', subscriptions: [] });
        expect(textOf(waiting)).toContain('c.Throughline_Begins_With_Order Term_Renews | 4');
        expect(find(waiting, 'lightning-datatable')).toBeNull();
        clear();
        const dated = { ...LINE, subscription: { ...LINE.subscription, startsOn: '2026-05-01', renews: false } };
        const later = await shown({ ...ORDER, state: 'SUBMITTED', lines: [dated], subscriptions: [] });
        expect(textOf(later)).toContain('Begins_On | May 1, 2026 Term_Ends | 4');
        clear();
        const cancelled = await shown({ ...ORDER, state: 'CANCELLED', subscriptions: [] });
        expect(textOf(cancelled)).toContain('c.Throughline_Never_Began');
    });

    it('says where nothing is subscribed to, where there is no order, and what failed', async () => {
        const none = await shown({ ...ORDER, lines: [{ ...LINE, subscription: null }], subscriptions: [] });
        expect(find(none, 'c-panel').nothing).toBe('c.Throughline_No_Subscriptions');
        ask.emit(answer({ order: null }));
        await drawn();
        expect(find(none, 'c-panel').nothing).toBe('c.Throughline_Order_Unknown');
        ask.error({ message: 'No answer.' });
        await drawn();
        expect(find(none, 'c-panel').error).toContain('No answer.');
    });

    it('asks one question for all of it, and is loading until it is answered', async () => {
        const element = show('c-order-subscriptions', OrderSubscriptions, { recordId: 'a01000000000001AAA' });
        await drawn();
        expect(find(element, 'c-panel').loading).toBe(true);
        expect(ask.getLastConfig()).toMatchObject({ question: 'OrderSubscriptions', recordId: 'a01000000000001AAA' });
        expect(findAll(element, 'section')).toHaveLength(0);
    });
});
