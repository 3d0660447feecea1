import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import applyToMany from '@salesforce/apex/ThroughlineCommands.applyToMany';
import bulkProgress from '@salesforce/apex/ThroughlineCommands.bulkProgress';
import ExceptionQueue from 'c/exceptionQueue';
import { answer, clear, drawn, find, findAll, money, show, textOf } from 'jest/page';

jest.mock(
    '@salesforce/apex/ThroughlineQuestions.ask',
    () => {
        const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
        return { default: createApexTestWireAdapter(jest.fn()) };
    },
    { virtual: true }
);
jest.mock('@salesforce/apex/ThroughlineCommands.applyToMany', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ThroughlineCommands.bulkProgress', () => ({ default: jest.fn() }), { virtual: true });

const RETRY = { name: 'retry', parameters: [], roles: ['sales'] };
const TAX = { name: 'correct-tax-region', parameters: ['taxRegion'], roles: ['finance'] };
const LINE = { name: 'remove-line', label: 'Remove the line', parameters: ['lineId'], roles: ['sales'] };

const node = (orderId, ...remedies) => ({
    node: {
        exceptionId: orderId + '-E1',
        orderId,
        customerId: 'ACME',
        cause: 'TAX_REGION_UNKNOWN',
        queue: 'FINANCE',
        findings: [{ cause: 'TAX_REGION_UNKNOWN', values: [{ name: 'taxRegion', value: 'XX' }] }],
        held: money('10'),
        due: '2026-04-01T12:00:00Z',
        overdueAt: null,
        remedies
    }
});
const queueOf = (...edges) =>
    answer({ exceptions: { totalCount: edges.length, pageInfo: { hasNextPage: false }, edges } });
const select = (queue, ...ids) =>
    find(queue, 'lightning-datatable').dispatchEvent(
        new CustomEvent('rowselection', {
            detail: { selectedRows: ids.map((exceptionId) => ({ exceptionId })) }
        })
    );
const offered = (queue) => findAll(queue, '[role=group] lightning-button').map((each) => each.label);

describe('c-exception-queue', () => {
    afterEach(clear);

    it('shows what waits, and whose move it is', async () => {
        const queue = show('c-exception-queue', ExceptionQueue);
        ask.emit(queueOf(node('SO-1', RETRY)));
        await drawn();
        expect(find(queue, 'lightning-datatable').data[0]).toMatchObject({
            subject: 'SO-1',
            cause: 'c.Throughline_Cause_TAX_REGION_UNKNOWN',
            found: 'c.Throughline_Found_TAX_REGION_UNKNOWN',
            value: '$10.00'
        });
    });

    it('offers for many what all of them share and what fits many', async () => {
        const queue = show('c-exception-queue', ExceptionQueue);
        ask.emit(queueOf(node('SO-1', RETRY, TAX, LINE), node('SO-2', TAX, LINE)));
        await drawn();
        select(queue, 'SO-1-E1', 'SO-2-E1');
        await drawn();
        expect(offered(queue)).toEqual(['c.Throughline_Remedy_CORRECT_TAX_REGION']);
        select(queue, 'SO-1-E1');
        await drawn();
        expect(offered(queue)).toEqual([
            'c.Throughline_Remedy_RETRY',
            'c.Throughline_Remedy_CORRECT_TAX_REGION'
        ]);
    });

    it('mends the selected ones and tells how it goes', async () => {
        jest.useFakeTimers();
        applyToMany.mockResolvedValue({ bulkId: 'B-1' });
        bulkProgress.mockResolvedValue({ applied: 1, refused: 0, waiting: 0 });
        const queue = show('c-exception-queue', ExceptionQueue);
        ask.emit(queueOf(node('SO-1', RETRY)));
        await drawn();
        select(queue, 'SO-1-E1');
        await drawn();
        find(queue, '[role=group] lightning-button').click();
        await drawn();
        expect(applyToMany.mock.calls[0][0]).toMatchObject({
            remedy: 'retry',
            cause: 'TAX_REGION_UNKNOWN',
            orderIds: ['SO-1'],
            parameters: '{}'
        });
        expect(find(queue, '.progress').textContent).toBe('c.Throughline_Bulk_Progress');
        jest.useRealTimers();
    });

    it('does nothing without the tax code that the remedy needs', async () => {
        const queue = show('c-exception-queue', ExceptionQueue);
        ask.emit(queueOf(node('SO-1', TAX)));
        await drawn();
        select(queue, 'SO-1-E1');
        await drawn();
        find(queue, '[role=group] lightning-button').click();
        await drawn();
        expect(applyToMany).not.toHaveBeenCalled();
    });

    it('says that nothing waits', async () => {
        const queue = show('c-exception-queue', ExceptionQueue);
        ask.emit(queueOf());
        await drawn();
        expect(textOf(queue)).toContain('c.Throughline_No_Exceptions');
    });
});
