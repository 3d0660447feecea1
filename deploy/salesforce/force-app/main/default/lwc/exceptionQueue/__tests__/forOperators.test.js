// What operators see: they have one role, whose name the platform writes in small letters.
import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import ExceptionQueue from 'c/exceptionQueue';
import { answer, clear, drawn, find, money, show } from 'jest/page';

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
jest.mock('@salesforce/customPermission/Throughline_Operations', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/customPermission/Throughline_Sales', () => ({ default: undefined }), { virtual: true });
jest.mock('@salesforce/customPermission/Throughline_Finance', () => ({ default: undefined }), { virtual: true });
jest.mock('@salesforce/customPermission/Throughline_Integration', () => ({ default: undefined }), { virtual: true });

const NODE = {
    exceptionId: 'SO-1-E1',
    orderId: 'SO-1',
    cause: 'TAX_REGION_UNKNOWN',
    queue: 'FINANCE',
    findings: [],
    held: money('10'),
    due: '2026-04-01T12:00:00Z',
    remedies: []
};

describe('c-exception-queue, for operators', () => {
    afterEach(clear);

    it('lets them choose many', async () => {
        const queue = show('c-exception-queue', ExceptionQueue);
        ask.emit(
            answer({ exceptions: { totalCount: 1, pageInfo: { hasNextPage: false }, edges: [{ node: NODE }] } })
        );
        await drawn();
        expect(find(queue, 'lightning-datatable').hideCheckboxColumn).toBe(false);
    });
});
