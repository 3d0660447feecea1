import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import CustomerPanel from 'c/customerPanel';
import { answer, clear, drawn, find, findAll, money, show, textOf } from 'jest/page';

jest.mock(
    '@salesforce/apex/ThroughlineQuestions.ask',
    () => {
        const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
        return { default: createApexTestWireAdapter(jest.fn()) };
    },
    { virtual: true }
);

const CUSTOMER = {
    customerId: 'ACME',
    name: 'Acme Works',
    email: 'buyer@acme.example',
    billTo: { street: '1 Main Street', city: 'Boise', postalCode: '83702', country: 'US' },
    erpRefusal: 'The address is not complete.',
    openOrders: [{ orderId: 'SO-1', ordered: money('22.50'), exceptions: ['SO-1-E1'] }],
    completedOrderCount: 0,
    cancelledOrderCount: 2,
    invoiced: [money('10'), money('5', 'EUR')],
    paid: [],
    lastShipments: [{ shipmentId: 'S-1', orderId: 'SO-1', shippedAt: '2026-04-01T12:00:00Z' }]
};

describe('c-customer-panel', () => {
    afterEach(clear);

    it('shows who they are, what is open, and what the ERP refused', async () => {
        const panel = show('c-customer-panel', CustomerPanel, { customerId: 'ACME' });
        ask.emit(answer({ customer: CUSTOMER }));
        await drawn();
        expect(find(panel, 'c-panel').heading).toBe('Acme Works');
        expect(textOf(panel)).toContain('1 Main Street, 83702 Boise, US');
        expect(textOf(panel)).toContain('$10.00, €5.00');
        expect(find(panel, '[role=status]').textContent).toContain('not complete');
        expect(findAll(panel, 'lightning-button').map((each) => each.label)).toEqual(['SO-1']);
    });

    it('shows a count of none as 0', async () => {
        const panel = show('c-customer-panel', CustomerPanel, { customerId: 'ACME' });
        ask.emit(answer({ customer: CUSTOMER }));
        await drawn();
        const values = findAll(panel, 'dd').map((each) => each.textContent);
        expect(values).toContain('0');
        expect(values).toContain('2');
    });

    it('says what is kept back from the reader\'s role', async () => {
        const panel = show('c-customer-panel', CustomerPanel, { customerId: 'ACME' });
        ask.emit(
            answer({ customer: { ...CUSTOMER, email: null } }, [
                { path: 'customer.email', code: 'FORBIDDEN' }
            ])
        );
        await drawn();
        expect(textOf(panel)).toContain('c.Throughline_Not_For_You');
        expect(textOf(panel)).not.toContain('buyer@acme.example');
    });

    it('says so where there is no such customer', async () => {
        const panel = show('c-customer-panel', CustomerPanel, { customerId: 'NONE' });
        ask.emit(answer({ customer: null }));
        await drawn();
        expect(find(panel, 'c-panel').nothing).toBe('c.Throughline_Customer_Unknown');
    });
});
