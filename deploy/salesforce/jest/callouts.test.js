// Each component makes one callout for a render: what is exposed on pages is put on one, with the adapter that the console
// runs with in place of the platform's, and whatever reaches Apex is counted.
import fs from 'node:fs';
import path from 'node:path';
import { answer, clear, drawn, money, show } from 'jest/page';
import AsksTwice from './asksTwice/asksTwice';

const mockCallouts = [];
const mockAnswers = {};

jest.mock('@salesforce/apex', () => require('../console/platform/apex'), { virtual: true });
jest.mock(
    '@salesforce/apex/ThroughlineQuestions.ask',
    () => {
        const { apexMethod } = require('../console/platform/apex');
        const ask = async ({ question }) => {
            mockCallouts.push(question);
            return mockAnswers[question];
        };
        return { __esModule: true, default: apexMethod(ask) };
    },
    { virtual: true }
);
for (const method of ['applyRemedy', 'applyToMany', 'bulkProgress', 'submitOrder', 'holdOrder', 'releaseOrder', 'cancelOrder']) {
    jest.doMock(
        `@salesforce/apex/ThroughlineCommands.${method}`,
        () => ({ __esModule: true, default: async () => mockCallouts.push(method) }),
        { virtual: true }
    );
}

const REMEDY = { name: 'retry', parameters: [], roles: ['sales'] };
const PARKED = {
    exceptionId: 'SO-1-E1',
    orderId: 'SO-1',
    cause: 'CREDIT_LIMIT_EXCEEDED',
    queue: 'FINANCE',
    findings: [],
    held: money('1.00'),
    since: '2026-03-31T12:00:00Z',
    due: '2026-04-01T12:00:00Z',
    remedies: [REMEDY]
};
const ORDER = {
    orderId: 'SO-1',
    customerId: 'C-1',
    state: 'SUBMITTED',
    changedAt: '2026-03-31T12:00:00Z',
    money: { ordered: money('1.00') },
    lines: [],
    shipments: [],
    invoices: [],
    provenance: [],
    milestones: [],
    exceptions: [PARKED]
};
const page = (node) => ({ edges: [{ node }], pageInfo: { hasNextPage: false }, totalCount: 1 });
Object.assign(mockAnswers, {
    OrderList: answer({ orders: page(ORDER) }),
    ExceptionQueue: answer({ exceptions: page(PARKED) }),
    OrderTimeline: answer({ order: ORDER }),
    Order360: answer({ order: ORDER }),
    OrderSubscriptions: answer({ order: { ...ORDER, subscriptions: [] } }),
    WhyItWaits: answer({
        whyStuck: {
            orderId: 'SO-1',
            state: 'SUBMITTED',
            answer: 'Too much.',
            because: 'PARKED',
            values: [],
            whoseMove: 'FINANCE',
            exceptions: [PARKED]
        }
    }),
    TimeTravel: answer({ orderHistory: page({ eventId: '1', occurredAt: ORDER.changedAt, recordedAt: ORDER.changedAt, wireName: 'order.submitted.v1', values: [], sentence: 'x' }) }),
    CustomerPanel: answer({ customer: { customerId: 'C-1', name: 'Nine Owls', openOrders: [], lastShipments: [] } })
});

/** By what they ask; those that ask nothing by themselves, null. */
const ASKED = {
    customerPanel: 'CustomerPanel',
    exceptionQueue: 'ExceptionQueue',
    newOrder: null,
    order360: 'Order360',
    orderList: 'OrderList',
    orderPage: null,
    orderSubscriptions: 'OrderSubscriptions',
    orderTimeline: 'OrderTimeline',
    timeTravel: 'TimeTravel',
    whyStuck: 'WhyItWaits'
};
const lwc = path.resolve('force-app/main/default/lwc');
const onPages = fs
    .readdirSync(lwc)
    .filter((name) => fs.readFileSync(path.join(lwc, name, `${name}.js-meta.xml`), 'utf8').includes('<isExposed>true'));

const tag = (name) => `c-${name.replace(/([A-Z]|\d+)/g, '-$1').toLowerCase()}`;

async function calloutsOf(name, is) {
    const element = show(tag(name), is, { orderId: 'SO-1', customerId: 'C-1' });
    await drawn();
    await drawn(); // what it would ask once it was answered
    expect(element.isConnected).toBe(true);
    return [...mockCallouts];
}

describe('a render', () => {
    afterEach(() => {
        clear();
        mockCallouts.length = 0;
    });

    it('is known of each component that pages may have', () => {
        expect(onPages.sort()).toEqual(Object.keys(ASKED));
    });

    it.each(Object.entries(ASKED).filter(([, question]) => question))(
        'of %s makes one callout: %s',
        async (name, question) => {
            const { default: is } = require(path.join(lwc, name, name));
            expect(await calloutsOf(name, is)).toEqual([question]);
        }
    );

    it('is counted: a component that asks twice is found out', async () => {
        expect(await calloutsOf('asksTwice', AsksTwice)).toEqual(['OrderTimeline', 'CustomerPanel']);
    });
});
