import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import { publish } from 'lightning/messageService';
import TimeTravel from 'c/timeTravel';
import { answer, clear, drawn, find, show } from 'jest/page';

jest.mock(
    '@salesforce/apex/ThroughlineQuestions.ask',
    () => {
        const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
        return { default: createApexTestWireAdapter(jest.fn()) };
    },
    { virtual: true }
);

const moment = (occurredAt, recordedAt, sentence) => ({ node: { recordedAt, occurredAt, sentence } });
const HISTORY = answer({
    orderHistory: {
        edges: [
            moment('2026-03-31T11:00:00Z', '2026-03-31T12:00:00Z', 'Submitted.'),
            moment('2026-03-31T12:30:00Z', '2026-03-31T13:00:00Z', 'Accepted.')
        ]
    }
});
const slide = (travel, value) => {
    const slider = find(travel, 'input');
    slider.value = value;
    slider.dispatchEvent(new CustomEvent('input'));
};

describe('c-time-travel', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => {
        jest.useRealTimers();
        clear();
    });

    it('begins at now, with a step for each event', async () => {
        const travel = show('c-time-travel', TimeTravel, { orderId: 'SO-1' });
        ask.emit(HISTORY);
        await drawn();
        expect(find(travel, 'input')).toMatchObject({ max: '2', value: '2' });
    });

    it('tells the page once where somebody stops, not all along the way', async () => {
        const travel = show('c-time-travel', TimeTravel, { orderId: 'SO-1' });
        ask.emit(HISTORY);
        await drawn();
        slide(travel, 1);
        slide(travel, 0);
        jest.runAllTimers();
        expect(publish).toHaveBeenCalledTimes(1);
        expect(publish.mock.calls[0][2]).toEqual({
            place: 'SO-1',
            recorded: '2026-03-31T12:00:00Z',
            occurred: '2026-03-31T11:00:00Z'
        });
        await drawn();
        expect(find(travel, 'label').textContent).toContain('Submitted.');
        expect(find(travel, 'input').getAttribute('aria-valuetext')).toContain('Submitted.');
    });

    it('comes back to now', async () => {
        const travel = show('c-time-travel', TimeTravel, { orderId: 'SO-1' });
        ask.emit(HISTORY);
        await drawn();
        slide(travel, 0);
        jest.runAllTimers();
        await drawn();
        find(travel, 'lightning-button').click();
        expect(publish.mock.calls[1][2].recorded).toBeNull();
    });
});
