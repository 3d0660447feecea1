// How long each component takes from being put on a page to showing what it was answered, beside a bare
// lightning-datatable with as many rows in the same run. The answers are those of a running line, taken once, so that the
// network does not count. npm run bench -- --report FILE [--rounds N]
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { rollup } from 'rollup';
import { DONE, startBrowser, startLine } from '../browser/line.mjs';
import config from '../console/rollup.config.mjs';
import { home } from '../tools/places.mjs';
import { trustedDocuments } from '../tools/trusted.mjs';

const { values } = parseArgs({
    options: { report: { type: 'string' }, rounds: { type: 'string', default: '15' } }
});
const rounds = Number(values.rounds);
const target = path.join(home, 'target/bench');
const documents = trustedDocuments();

/** What a component may be answered for one render, in bytes; Apex may hold 6 MB, a person waits sooner. */
const MOST_BYTES = 64 * 1024;

const FULL_PAGE = 25;

/** D1-0009 is the second of them that subscribes to something. */
const ORDERS = 9;

/** Tag, properties, the question that it asks, its variables; how many rows a list is filled up to. */
const CASES = [
    ['c-order-list', {}, 'OrderList', { filter: {}, orderBy: 'CHANGED_AT_DESC', first: 3 }],
    ['c-order-list', {}, 'OrderList', { filter: {}, orderBy: 'CHANGED_AT_DESC', first: 25 }, FULL_PAGE],
    ['c-exception-queue', {}, 'ExceptionQueue', { filter: {}, first: 3 }],
    ['c-exception-queue', {}, 'ExceptionQueue', { filter: {}, first: 25 }, FULL_PAGE],
    ['c-why-stuck', { orderId: 'D1-0002' }, 'WhyItWaits', { id: 'D1-0002' }],
    ['c-order-timeline', { orderId: 'D1-0004' }, 'OrderTimeline', { id: 'D1-0004', asOf: null }],
    ['c-order-360', { orderId: 'D1-0004' }, 'Order360', { id: 'D1-0004', asOf: null }],
    ['c-order-subscriptions', { orderId: 'D1-0009' }, 'OrderSubscriptions', { id: 'D1-0009', asOf: null }],
    ['c-time-travel', { orderId: 'D1-0004' }, 'TimeTravel', { id: 'D1-0004' }],
    ['c-customer-panel', { customerId: 'C-1001' }, 'CustomerPanel', { id: 'C-1001' }]
];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Where 95 % of the medians of samples drawn anew lie; the same numbers give the same interval. */
function interval(numbers) {
    let seed = 1;
    const next = () => {
        seed = (seed * 48271) % 2147483647;
        return seed / 2147483647;
    };
    const medians = Array.from({ length: 2000 }, () =>
        median(numbers.map(() => numbers[Math.floor(next() * numbers.length)]))
    ).sort((a, b) => a - b);
    return [medians[50], medians[1949]];
}

async function bundle() {
    const made = await rollup({
        ...config,
        input: { bench: path.join(home, 'bench/page.js') },
        plugins: config.plugins.filter((plugin) => plugin && plugin.name !== 'files')
    });
    await made.write({ dir: target, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' });
    await made.close();
}

/** A page with as many rows: its own, and again under numbers of their own where there are not enough. */
function filled(text, rows) {
    const answer = JSON.parse(text);
    const [list] = Object.values(answer.data);
    const own = list.edges;
    list.edges = Array.from({ length: rows }, (_, row) => {
        const { node, ...edge } = own[row % own.length];
        const name = 'exceptionId' in node ? 'exceptionId' : 'orderId';
        return { ...edge, node: { ...node, [name]: row < own.length ? node[name] : `${node[name]}-${row}` } };
    });
    list.totalCount = Math.max(rows, list.totalCount);
    return JSON.stringify(answer);
}

/** What a running line answers in each case. */
async function answersOf(line) {
    const browser = await startBrowser();
    const { page } = await browser.person(line.console);
    await page.getByText('Operations', { exact: true }).click();
    await page.getByText('Start').waitFor();
    const token = await page.evaluate(() => globalThis.throughline.token);
    await browser.close();
    const answers = [];
    for (const [, , question, variables, rows] of CASES) {
        const documentId = documents.get(question).id;
        const answer = await fetch(`${line.console}/graphql`, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: JSON.stringify({ documentId, variables })
        });
        const text = await answer.text();
        if (!JSON.parse(text).data) {
            throw new Error(`${question}: ${text}`);
        }
        answers.push(rows ? filled(text, rows) : text);
    }
    return answers;
}

const PAGE =
    '<!doctype html><html lang="en"><link rel="stylesheet" href="/slds/salesforce-lightning-design-system.min.css">' +
    '<body><div id="stage"></div><script type="module" src="/bench.js"></script></body></html>';
const TYPES = { '.js': 'text/javascript', '.css': 'text/css' };

function serve(answers, asked) {
    const slds = path.join(home, 'node_modules/@salesforce-ux/design-system/assets/styles');
    const server = http.createServer(async (request, response) => {
        const { pathname } = new URL(request.url, 'http://bench');
        if (pathname === '/graphql') {
            let body = '';
            for await (const chunk of request) {
                body += chunk;
            }
            const { documentId } = JSON.parse(body);
            if (answers.has(documentId)) {
                asked.push(documentId);
                response.setHeader('content-type', 'application/json');
                response.end(answers.get(documentId));
            } else {
                // live changes, of which there are none: what the streaming API is in an org
                response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
            }
        } else if (pathname === '/') {
            response.setHeader('content-type', 'text/html');
            response.end(PAGE);
        } else {
            const folder = pathname.startsWith('/slds/') ? slds : target;
            const file = path.join(folder, path.basename(pathname));
            response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
            fs.createReadStream(file)
                .on('error', () => response.writeHead(404).end())
                .pipe(response);
        }
    });
    return new Promise((resolve) => {
        server.listen(0, '127.0.0.1', () => resolve(server));
    });
}

async function measured(page, asked, [tag, properties]) {
    const ours = [];
    const bare = [];
    let callouts = 0;
    let rows = 0;
    for (let round = 0; round <= rounds; round++) {
        asked.length = 0;
        const mine = await page.evaluate(
            ([is, given]) => globalThis.measure(is, given),
            [tag, properties]
        );
        callouts = Math.max(callouts, asked.length);
        ({ rows } = mine);
        const peer = await page.evaluate((count) => globalThis.measureBare(count), rows);
        // the first round warms both up
        if (round > 0) {
            ours.push(mine.millis);
            bare.push(peer.millis);
        }
    }
    return { ours, bare, callouts, rows };
}

function rowsOf(name, { ours, bare, callouts }, bytes) {
    const ratios = ours.map((millis, round) => bare[round] / millis);
    const row = (metric, unit, value, more) => ({
        case: name,
        metric,
        unit,
        value,
        rounds,
        peer: null,
        peerValue: null,
        ratio: null,
        ci95: null,
        goal: null,
        met: null,
        ...more
    });
    const atMost = (bound, value) => ({ goal: { on: 'value', op: '<=', bound }, met: value <= bound });
    return [
        row('first render', 'ms', median(ours), {
            peer: 'a bare lightning-datatable with as many rows',
            peerValue: median(bare),
            ratio: median(ratios),
            ci95: interval(ratios)
        }),
        row('callouts a render', 'calls', callouts, atMost(1, callouts)),
        row('response', 'bytes', bytes, atMost(MOST_BYTES, bytes))
    ];
}

const line = await startLine(DONE, ORDERS);
let answers;
try {
    answers = await answersOf(line);
} finally {
    await line.stop();
}
await bundle();
const asked = [];
const served = new Map();
const server = await serve(served, asked);
const browser = await startBrowser();
const results = [];
try {
    const { page } = await browser.person(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction(() => globalThis.measure);
    for (const [index, each] of CASES.entries()) {
        const [tag, , question, , rows] = each;
        const name = rows ? `${tag}, a page of ${rows}` : tag;
        served.set(documents.get(question).id, answers[index]);
        const bytes = Buffer.byteLength(answers[index]);
        const found = await measured(page, asked, each);
        results.push(...rowsOf(name, found, bytes));
        const shown = [median(found.ours), median(found.bare)].map((millis) => millis.toFixed(1));
        console.log(
            `${name.padEnd(36)} ${shown[0]} ms, bare table of ${found.rows} rows ${shown[1]} ms, ` +
                `callouts: ${found.callouts}, ${bytes} bytes`
        );
    }
} finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
}
const report = {
    suite: 'components',
    machine: {
        processors: os.cpus().length,
        memory: os.totalmem(),
        system: `${os.type()} ${os.release()}`,
        node: process.version
    },
    parameters: { rounds, mostBytes: MOST_BYTES },
    results
};
if (values.report) {
    fs.writeFileSync(values.report, JSON.stringify(report, null, 2) + '\n');
}
process.exitCode = results.every(({ met }) => met !== false) ? 0 : 1;
