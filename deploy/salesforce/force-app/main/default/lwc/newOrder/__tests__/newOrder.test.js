import submitOrder from '@salesforce/apex/ThroughlineCommands.submitOrder';
import NewOrder from 'c/newOrder';
import { clear, drawn, find, findAll, show } from 'jest/page';

jest.mock('@salesforce/apex/ThroughlineCommands.submitOrder', () => ({ default: jest.fn() }), { virtual: true });

const GIVEN = { orderId: 'SO-1', customerId: 'ACME', taxRegion: 'US-ID', productId: 'CHAI', quantity: '2', unitPrice: '18.00', name: 'Acme', street: '1 Main Street', city: 'Boise', country: 'US', currency: 'USD' };

async function filled(valid = true) {
    const form = show('c-new-order', NewOrder);
    await drawn();
    findAll(form, 'lightning-input').forEach((input) => {
        input.value = GIVEN[input.dataset.field] ?? '';
        input.reportValidity = () => valid;
    });
    return form;
}

describe('c-new-order', () => {
    afterEach(clear);

    it('submits the order as the platform takes it', async () => {
        submitOrder.mockResolvedValue({});
        const submitted = jest.fn();
        const form = await filled();
        form.addEventListener('submitted', submitted);
        find(form, '.submit').click();
        await drawn();
        const order = JSON.parse(submitOrder.mock.calls[0][0].order);
        expect(order).toMatchObject({
            orderId: 'SO-1',
            lines: [{ lineId: '1', productId: 'CHAI', quantity: 2, unitPrice: '18.00' }]
        });
        expect(order.orderedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(order.shipTo.region).toBeUndefined();
        expect(submitted.mock.calls[0][0].detail).toBe('SO-1');
    });

    it('sends it again under the same key, and another order under another', async () => {
        submitOrder.mockRejectedValue({ body: { message: 'No answer.' } });
        const form = await filled();
        find(form, '.submit').click();
        await drawn();
        find(form, '.submit').click();
        await drawn();
        find(form, 'lightning-input').dispatchEvent(new CustomEvent('change'));
        find(form, '.submit').click();
        await drawn();
        const keys = submitOrder.mock.calls.map(([sent]) => sent.key);
        expect(keys[1]).toBe(keys[0]);
        expect(keys[2]).not.toBe(keys[0]);
        expect(find(form, '[role=alert]').textContent).toBe('No answer.');
    });

    it('sends nothing while something is missing', async () => {
        const form = await filled(false);
        find(form, '.submit').click();
        expect(submitOrder).not.toHaveBeenCalled();
    });
});
