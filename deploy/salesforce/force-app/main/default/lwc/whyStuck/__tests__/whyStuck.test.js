import { refreshApex } from '@salesforce/apex';
import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import { subscribe } from 'lightning/empApi';
import WhyStuck from 'c/whyStuck';
import { answer, clear, drawn, find, findAll, money, show, textOf } from 'jest/page';

jest.mock(
    '@salesforce/apex/ThroughlineQuestions.ask',
    () => {
        const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
        return { default: createApexTestWireAdapter(jest.fn()) };
    },
    { virtual: true }
);
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn() }), { virtual: true });

const STUCK = {
    orderId: 'SO-1',
    state: 'SUBMITTED',
    answer: 'The order exceeds the customer\'s credit limit.',
    because: 'PARKED',
    values: [],
    whoseMove: 'FINANCE',
    since: '2026-03-31T12:00:00Z',
    exceptions: [
        {
            exceptionId: 'SO-1-E1',
            cause: 'CREDIT_LIMIT_EXCEEDED',
            queue: 'FINANCE',
            findings: [
                {
                    cause: 'CREDIT_LIMIT_EXCEEDED',
                    lineId: '2',
                    values: [
                        { name: 'answer', value: 'Too much.' },
                        { name: 'creditLimit', value: '100.00' }
                    ]
                }
            ],
            answer: 'CREDIT_HOLD',
            held: money('250.00'),
            since: '2026-03-31T12:00:00Z',
            due: '2026-04-01T12:00:00Z',
            remedies: []
        }
    ]
};

describe('c-why-stuck', () => {
    afterEach(clear);

    it('asks once for a render, about the order that it is told of', async () => {
        show('c-why-stuck', WhyStuck, { orderId: 'SO-1' });
        await drawn();
        expect(ask.getLastConfig()).toEqual({
            question: 'WhyItWaits',
            variables: '{"id":"SO-1"}',
            recordId: null
        });
    });

    it('says why, whose move it is, and what was found', async () => {
        const stuck = show('c-why-stuck', WhyStuck, { orderId: 'SO-1' });
        ask.emit(answer({ whyStuck: STUCK }));
        await drawn();
        expect(find(stuck, '.answer').textContent).toBe('c.Throughline_Found_CREDIT_LIMIT_EXCEEDED');
        expect(textOf(stuck)).toContain('Too much.');
        expect(textOf(stuck)).toContain('c.Throughline_Value_creditLimit:');
        expect(textOf(stuck)).toContain('100');
        expect(findAll(stuck, 'blockquote').map((each) => each.textContent)).toEqual(['Too much.', 'CREDIT_HOLD']);
        const remedies = find(stuck, 'c-remedies');
        expect(remedies.exceptionId).toBe('SO-1-E1');
        expect(remedies.suggestions).toEqual({ lineId: '2' });
    });

    it('asks again when the order changes, and when it was mended here', async () => {
        const stuck = show('c-why-stuck', WhyStuck, { orderId: 'SO-1' });
        ask.emit(answer({ whyStuck: STUCK }));
        await drawn();
        const [channel, , heard] = subscribe.mock.calls[0];
        expect(channel).toBe('/event/Order_Status__e');
        heard({ data: { payload: { Order_Number__c: 'so-1' } } });
        expect(refreshApex).toHaveBeenCalledTimes(1);
        heard({ data: { payload: { Order_Number__c: 'SO-2' } } });
        expect(refreshApex).toHaveBeenCalledTimes(1);
        find(stuck, 'c-remedies').dispatchEvent(new CustomEvent('mended'));
        expect(refreshApex).toHaveBeenCalledTimes(2);
    });

    it('hears of an order that was not known when it asked', async () => {
        show('c-why-stuck', WhyStuck, { orderId: 'SO-1' });
        ask.emit(answer({ whyStuck: null }));
        await drawn();
        const [, , heard] = subscribe.mock.calls[0];
        heard({ data: { payload: { Order_Number__c: 'SO-1' } } });
        expect(refreshApex).toHaveBeenCalledTimes(1);
    });

    it('says so where there is no such order, and where reading failed', async () => {
        const stuck = show('c-why-stuck', WhyStuck, { orderId: 'SO-1' });
        ask.emit(answer({ whyStuck: null }));
        await drawn();
        expect(find(stuck, 'c-panel').nothing).toBe('c.Throughline_Order_Unknown');
        ask.error({ message: 'The platform does not answer.' });
        await drawn();
        expect(find(stuck, 'c-panel').error).toBe('The platform does not answer.');
        expect(findAll(stuck, 'c-remedies')).toHaveLength(0);
    });
});
