import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import Order360 from 'c/order360';
import { answer, clear, drawn, find, findAll, money, show, textOf } from 'jest/page';

jest.mock(
    '@salesforce/apex/ThroughlineQuestions.ask',
    () => {
        const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
        return { default: createApexTestWireAdapter(jest.fn()) };
    },
    { virtual: true }
);

const ORDER = {
    orderId: 'SO-1',
    state: 'COMPLETED',
    customerId: 'ACME',
    customer: { name: 'Acme Works' },
    erpOrderNumber: 'SO10001',
    money: {
        ordered: money('22.50'),
        invoiced: money('22.50'),
        paid: money('22.50'),
        cancelled: money('0'),
        tax: money('1.80')
    },
    lines: [{ lineId: '1', productId: 'CHAI', quantity: 2, unitPrice: money('11.25'), net: money('22.50') }],
    shipments: [{ shipmentId: 'S-1', state: 'DELIVERED', warehouse: 'EAST', trackingNumber: '1Z' }],
    invoices: [{ invoiceId: 'I-1', number: 'INV1', net: money('22.50'), tax: money('1.80'), issuedAt: '2026-04-01T12:00:00Z', paidAt: null }],
    provenance: [{ field: 'money.invoiced', source: 'ERP', policy: 'RECORDED', asOf: '2026-04-01T12:00:00Z' }]
};

describe('c-order-360', () => {
    afterEach(clear);

    it('shows amounts, lines, shipments with their tracking, invoices and payments', async () => {
        const order = show('c-order-360', Order360, { orderId: 'SO-1' });
        ask.emit(answer({ order: ORDER }));
        await drawn();
        const [lines, shipments, invoices, provenance] = findAll(order, 'lightning-datatable').map((each) => each.data);
        expect(lines[0]).toMatchObject({ productId: 'CHAI', value: '$22.50' });
        expect(shipments[0]).toMatchObject({ trackingNumber: '1Z', stateName: 'c.Throughline_Shipment_DELIVERED' });
        expect(invoices[0]).toMatchObject({ number: 'INV1', paid: 'c.Throughline_Due' });
        expect(provenance[0]).toMatchObject({
            name: 'c.Throughline_Field_money_invoiced',
            owner: 'c.Throughline_Owner_ERP',
            kept: 'c.Throughline_Policy_RECORDED'
        });
        expect(textOf(order)).toContain('$1.80');
        expect(find(order, 'lightning-button').label).toBe('Acme Works');
    });

    it('shows what was paid in advance, and what is credited and paid back for what came back', async () => {
        const order = show('c-order-360', Order360, { orderId: 'SO-1' });
        const credit = { number: 'CM7', net: money('10.00'), tax: money('0.80'), applied: money('4.80') };
        const returns = [
            { returnId: 'SO-1-R1', state: 'REFUNDED', credit, refund: { amount: money('6.00') } },
            { returnId: 'SO-1-R2', state: 'REQUESTED', credit: null, refund: null }
        ];
        const deposit = { asked: money('12.00'), received: money('5.00'), left: money('5.00'), waived: true };
        ask.emit(answer({ order: { ...ORDER, returns, deposit } }));
        await drawn();
        const [refunded, asked] = findAll(order, 'lightning-datatable')[3].data;
        expect(refunded).toMatchObject({
            stateName: 'c.Throughline_Return_REFUNDED',
            number: 'CM7',
            value: '$10.00',
            taxValue: '$0.80',
            offset: '$4.80',
            paidBack: '$6.00'
        });
        expect(asked).toMatchObject({ number: 'c.Throughline_Not_Yet', value: '', paidBack: '' });
        expect(textOf(order)).toContain('c.Throughline_Deposit_Is c.Throughline_Deposit_Waived');
    });

    it('says what is kept back from the reader\'s role', async () => {
        const order = show('c-order-360', Order360, { orderId: 'SO-1' });
        ask.emit(
            answer({ order: { ...ORDER, money: null, invoices: null } }, [
                { path: 'order.money', code: 'FORBIDDEN' },
                { path: 'order.invoices', code: 'FORBIDDEN' }
            ])
        );
        await drawn();
        expect(textOf(order)).toContain('c.Throughline_Not_For_You');
        expect(textOf(order)).not.toContain('c.Throughline_No_Invoices');
    });

    it('asks one question for all of it', async () => {
        show('c-order-360', Order360, { recordId: 'a01000000000001AAA' });
        await drawn();
        expect(ask.getLastConfig()).toMatchObject({
            question: 'Order360',
            recordId: 'a01000000000001AAA'
        });
    });
});
