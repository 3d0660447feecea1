import holdOrder from '@salesforce/apex/ThroughlineCommands.holdOrder';
import OrderActions from 'c/orderActions';
import { clear, drawn, find, findAll, named, show } from 'jest/page';

jest.mock('@salesforce/apex/ThroughlineCommands.holdOrder', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ThroughlineCommands.releaseOrder', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ThroughlineCommands.cancelOrder', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/roles', () => ({ mayAny: () => true }));

const offered = (actions) => findAll(actions, '[role=group] lightning-button').map((each) => each.name);
const shown = (properties) =>
    show('c-order-actions', OrderActions, { orderId: 'SO-1', state: 'ACCEPTED', ...properties });

describe('c-order-actions', () => {
    afterEach(clear);

    it('offers to hold what goes on, to release what is held, and nothing once it is over', async () => {
        const goesOn = shown({});
        const held = shown({ held: true });
        const over = shown({ state: 'COMPLETED' });
        await drawn();
        expect(offered(goesOn)).toEqual(['hold', 'cancel']);
        expect(offered(held)).toEqual(['release', 'cancel']);
        expect(offered(over)).toEqual([]);
    });

    it('asks why, then says so under a key', async () => {
        holdOrder.mockResolvedValue({});
        const told = jest.fn();
        const actions = shown({});
        actions.addEventListener('told', told);
        await drawn();
        named(actions, 'hold').click();
        await drawn();
        const reason = find(actions, 'lightning-input');
        reason.reportValidity = () => false;
        find(actions, '.apply').click();
        expect(holdOrder).not.toHaveBeenCalled();
        reason.reportValidity = () => true;
        reason.dispatchEvent(new CustomEvent('change', { detail: { value: ' wrong price ' } }));
        find(actions, '.apply').click();
        await drawn();
        expect(holdOrder.mock.calls[0][0]).toMatchObject({ orderId: 'SO-1', reason: 'wrong price' });
        expect(holdOrder.mock.calls[0][0].key).toMatch(/^SO-1:hold:/);
        expect(told).toHaveBeenCalledTimes(1);
    });

    it('says what the platform refuses', async () => {
        holdOrder.mockRejectedValue({ body: { message: 'The order is completed.' } });
        const actions = shown({});
        await drawn();
        named(actions, 'hold').click();
        await drawn();
        find(actions, 'lightning-input').reportValidity = () => true;
        find(actions, '.apply').click();
        await drawn();
        expect(find(actions, '[role=alert]').textContent).toBe('The order is completed.');
    });
});
