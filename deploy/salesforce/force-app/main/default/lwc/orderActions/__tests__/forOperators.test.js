// What operators may: they have one role, whose name the platform writes in small letters.
import OrderActions from 'c/orderActions';
import { clear, drawn, findAll, show } from 'jest/page';

jest.mock('@salesforce/apex/ThroughlineCommands.holdOrder', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ThroughlineCommands.releaseOrder', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ThroughlineCommands.cancelOrder', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Throughline_Operations', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/customPermission/Throughline_Sales', () => ({ default: undefined }), { virtual: true });
jest.mock('@salesforce/customPermission/Throughline_Integration', () => ({ default: undefined }), { virtual: true });

describe('c-order-actions, for operators', () => {
    afterEach(clear);

    it('lets them hold an order and give it up', async () => {
        const actions = show('c-order-actions', OrderActions, { orderId: 'SO-1', state: 'ACCEPTED' });
        await drawn();
        expect(findAll(actions, '[role=group] lightning-button').map((each) => each.name)).toEqual(['hold', 'cancel']);
    });
});
