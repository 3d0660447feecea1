import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import { subscribe } from 'lightning/messageService';
import OrderTimeline from 'c/orderTimeline';
import { answer, clear, drawn, find, findAll, show, textOf } from 'jest/page';

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
    state: 'PARTIALLY_SHIPPED',
    requestedOn: '2026-04-02',
    submittedAt: '2026-03-31T12:00:00Z',
    lines: [{ lineId: '1', subscription: null }],
    milestones: [
        { name: 'accepted', at: '2026-03-31T13:00:00Z' },
        { name: 'delivered', at: null, promised: '2026-04-02' }
    ],
    hold: { reason: 'price to check', since: '2026-03-31T14:00:00Z' },
    shipments: [
        { shipmentId: 'S-1', deliveredAt: '2026-04-01T12:00:00Z' },
        { shipmentId: 'S-2', deliveredAt: '2026-04-05T12:00:00Z' },
        { shipmentId: 'S-3', deliveredAt: null, delay: 'Snow.' }
    ],
    exceptions: [{ exceptionId: 'SO-1-E1' }]
};

describe('c-order-timeline', () => {
    afterEach(clear);

    it('shows how far the order is, and that something waits', async () => {
        const timeline = show('c-order-timeline', OrderTimeline, { orderId: 'SO-1' });
        ask.emit(answer({ order: ORDER }));
        await drawn();
        const path = find(timeline, 'lightning-progress-indicator');
        expect(path.currentStep).toBe('SHIPPED');
        expect(path.hasError).toBe(true);
        expect(find(timeline, '[role=status]').textContent).toContain('c.Throughline_Held_Since');
    });

    it('leads to the subscription where there is one, past shipping where there are no goods', async () => {
        const goods = { lineId: '1', subscription: null };
        const service = { lineId: '2', subscription: { renews: true } };
        const stepsShown = async (lines, state = 'SUBSCRIBED', current = state) => {
            clear();
            const timeline = show('c-order-timeline', OrderTimeline, { orderId: 'SO-1' });
            ask.emit(answer({ order: { ...ORDER, state, lines } }));
            await drawn();
            expect(find(timeline, 'lightning-progress-indicator').currentStep).toBe(current);
            return findAll(timeline, 'lightning-progress-step').map((step) => step.value).join(' ');
        };
        expect(await stepsShown([goods, service])).toBe(
            'SUBMITTED ACCEPTED SHIPPED DELIVERED SUBSCRIBED COMPLETED'
        );
        await stepsShown([goods, service], 'VALIDATED', 'SUBMITTED');
        expect(await stepsShown([service], 'VALIDATED')).toContain('VALIDATED');
        expect(await stepsShown([service])).toBe('SUBMITTED VALIDATED ACCEPTED SUBSCRIBED COMPLETED');
    });

    it('ends where the order was given up', async () => {
        const timeline = show('c-order-timeline', OrderTimeline, { orderId: 'SO-1' });
        ask.emit(answer({ order: { ...ORDER, state: 'CANCELLED' } }));
        await drawn();
        expect(findAll(timeline, 'lightning-progress-step').map((step) => step.value)).toEqual([
            'ACCEPTED',
            'CANCELLED'
        ]);
    });

    it('holds what was promised against what was done', async () => {
        const timeline = show('c-order-timeline', OrderTimeline, { orderId: 'SO-1' });
        ask.emit(answer({ order: ORDER }));
        await drawn();
        const kept = findAll(timeline, 'tbody tr').map((row) => row.querySelector('span')?.textContent);
        expect(kept).toEqual([
            undefined,
            undefined,
            'c.Throughline_On_Time',
            'c.Throughline_Late_By',
            'Snow.'
        ]);
    });

    it('shows the order as it was when told to', async () => {
        const timeline = show('c-order-timeline', OrderTimeline, { orderId: 'SO-1' });
        ask.emit(answer({ order: ORDER }));
        await drawn();
        expect(find(timeline, 'c-order-actions')).not.toBeNull();
        subscribe.mock.calls[0][2]({ place: 'SO-1', recorded: '2026-03-31T12:30:00Z' });
        await drawn();
        expect(find(timeline, 'c-order-actions')).toBeNull(); // of what is past
        expect(JSON.parse(ask.getLastConfig().variables).asOf).toEqual({
            recorded: '2026-03-31T12:30:00Z'
        });
        subscribe.mock.calls[0][2]({ place: 'OTHER', recorded: null });
        await drawn();
        expect(JSON.parse(ask.getLastConfig().variables).asOf).not.toBeNull();
    });

    it('shows another order as it is, whatever the one before was looked at as of', async () => {
        const timeline = show('c-order-timeline', OrderTimeline, { orderId: 'SO-1' });
        ask.emit(answer({ order: ORDER }));
        await drawn();
        subscribe.mock.calls[0][2]({ place: 'SO-1', recorded: '2026-03-31T12:30:00Z' });
        await drawn();
        timeline.orderId = 'SO-2';
        await drawn();
        expect(JSON.parse(ask.getLastConfig().variables)).toEqual({ id: 'SO-2', asOf: null });
    });

    it('says so where there is no such order', async () => {
        const timeline = show('c-order-timeline', OrderTimeline, { orderId: 'SO-1' });
        ask.emit(answer({ order: null }));
        await drawn();
        expect(find(timeline, 'c-panel').nothing).toBe('c.Throughline_Order_Unknown');
        expect(textOf(timeline)).toBe('');
    });
});
