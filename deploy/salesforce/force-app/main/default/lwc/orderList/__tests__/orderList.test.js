import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import OrderList from 'c/orderList';
import { answer, clear, drawn, find, money, named, show, textOf } from 'jest/page';

jest.mock(
    '@salesforce/apex/ThroughlineQuestions.ask',
    () => {
        const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
        return { default: createApexTestWireAdapter(jest.fn()) };
    },
    { virtual: true }
);

const CONNECTION = {
    totalCount: 40,
    pageInfo: { hasNextPage: true, endCursor: 'x' },
    edges: [
        {
            node: {
                orderId: 'SO-1',
                state: 'SHIPPED',
                customerId: 'ACME',
                orderedOn: '2026-03-31',
                changedAt: '2026-03-31T12:00:00Z',
                money: { ordered: money('22.50') },
                exceptions: [{ exceptionId: 'SO-1-E1', cause: 'OUT_OF_STOCK', queue: 'SALES' }]
            }
        }
    ]
};

const asked = () => JSON.parse(ask.getLastConfig().variables);
const change = (element, name, detail, properties = {}) => {
    const control = named(element, name);
    Object.assign(control, properties);
    control.dispatchEvent(new CustomEvent('change', { detail }));
};

describe('c-order-list', () => {
    afterEach(clear);

    it('shows what each order is worth, how far it is, and what it waits for', async () => {
        const list = show('c-order-list', OrderList);
        ask.emit(answer({ orders: CONNECTION }));
        await drawn();
        const [row] = find(list, 'lightning-datatable').data;
        expect(row).toMatchObject({
            orderId: 'SO-1',
            value: '$22.50',
            waitsFor: 'c.Throughline_Cause_OUT_OF_STOCK (c.Throughline_Sales)'
        });
        expect(find(list, 'c-panel').heading).toContain('40');
    });

    it('has the server filter and sort', async () => {
        const list = show('c-order-list', OrderList);
        ask.emit(answer({ orders: CONNECTION }));
        await drawn();
        change(list, 'state', { value: 'SHIPPED' });
        change(list, 'parked', {}, { type: 'checkbox', checked: true });
        change(list, 'orderBy', { value: 'TOTAL_DESC' });
        change(list, 'customerId', { value: ' ACME ' });
        await drawn();
        expect(asked()).toEqual({
            filter: { states: ['PARTIALLY_SHIPPED', 'SHIPPED'], parked: true, customerId: 'ACME' },
            orderBy: 'TOTAL_DESC',
            first: 25
        });
    });

    it('shows more when asked', async () => {
        const list = show('c-order-list', OrderList);
        ask.emit(answer({ orders: CONNECTION }));
        await drawn();
        find(list, 'lightning-button').click();
        await drawn();
        expect(asked().first).toBe(100);
    });

    it('keeps to one customer where it stands on a customer\'s page', async () => {
        const list = show('c-order-list', OrderList, { customerId: 'ACME' });
        ask.emit(answer({ orders: { ...CONNECTION, edges: [], totalCount: 0 } }));
        await drawn();
        expect(asked().filter.customerId).toBe('ACME');
        expect(named(list, 'customerId')).toBeUndefined();
        expect(textOf(list)).toContain('c.Throughline_No_Orders');
    });
});
