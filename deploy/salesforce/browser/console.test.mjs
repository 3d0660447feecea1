// What people do, in a real browser, against the real applications, while the demo's orders are on their way. Each journey
// has a window and an order of its own, so that several go on at a time.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { picture, startBrowser, startLine } from './line.mjs';

/** Another run on the same line is another order. */
const NUMBER = `BROWSER-${Date.now() % 1_000_000}`;

/** What a machine with two processors bears; most of a journey is waiting. */
const AT_A_TIME = 3;

/** For journeys that a build leaves out, which has no time for all: THROUGHLINE_JOURNEYS=few. */
const whenAll = process.env.THROUGHLINE_JOURNEYS === 'few' ? test.skip : test;

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let line;
let browser;

async function signIn(role, path = '/') {
    const person = await browser.person(line.console + path);
    await person.page.getByText(role, { exact: true }).click();
    return person;
}

/** Counts clicks, on what a person can read alone. */
function byVisibleText(page) {
    let clicks = 0;
    return {
        click(text) {
            clicks++;
            return page.getByText(text, { exact: true }).first().click();
        },
        get clicks() {
            return clicks;
        }
    };
}

async function accessibilityProblems(page) {
    await page.evaluate(() => document.activeElement?.blur?.());
    // a test's own script, which the page's policy would not load
    const client = await page.context().newCDPSession(page);
    const { readFile } = await import('node:fs/promises');
    await client.send('Runtime.evaluate', { expression: await readFile(axe, 'utf8') });
    const found = await client.send('Runtime.evaluate', {
        expression: `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] }).then(({ violations }) =>
            violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')))`,
        awaitPromise: true,
        returnByValue: true
    });
    return found.result.value;
}

/** English words on a page that is to be German: each text that has one, but what other systems and people said. */
async function englishOn(page) {
    const text = await page.evaluate(() => document.body.innerText);
    return text
        .split('\n')
        .map((each) => each.trim())
        .filter((each) => /\b(the|is|not|of|and|waits?|order|with|by|for|to)\b/.test(each));
}

describe('the console', { concurrency: AT_A_TIME }, () => {
    before(async () => {
        [line, browser] = await Promise.all([startLine(), startBrowser()]);
    });

    after(async () => {
        await browser?.close();
        await line?.stop();
    });

    test('an order is submitted, breaks, is mended by a button, and completes before the eyes of who sold it', async () => {
        const { page, complaints, leave } = await signIn('Sales', '/#/new');
        const write = (label, text) => page.getByLabel(label, { exact: false }).first().fill(text);

        await write('Order number', NUMBER);
        await write('Customer number', 'C-1001');
        await write('Tax code', 'DE');
        await write('Product', 'TL-190'); // which the simulated ERP refuses
        await write('Unit price', '18.25'); // the list price of what takes its place
        await write('Recipient', 'Nine Owls Bookbinding');
        await write('Street', 'Fadengasse 9');
        await write('City', 'Leipzig');
        await write('Country', 'DE');
        await picture(page, 'new-order');
        await page.getByRole('button', { name: 'Submit the order' }).click();

        await page.getByRole('heading', { name: `Order ${NUMBER}`, exact: true }).waitFor();
        await page.getByText(/is discontinued/).first().waitFor(); // the page was not loaded again
        await page.getByRole('button', { name: 'Substitute the product' }).click();
        await write('Product id', 'TL-109');
        await picture(page, 'substitute');
        await page.getByRole('button', { name: 'Apply' }).click();

        await page.getByRole('row', { name: /^Accepted/ }).waitFor();
        await page.getByRole('row', { name: /^Completed/ }).waitFor({ timeout: 300_000 });
        await picture(page, 'completed-order');
        assert.deepEqual(complaints, []);

        const books = await (await fetch(`${line.simulators}/books`)).text();
        assert.ok(books.includes(NUMBER), 'the ERP has it in its books');
        await leave();
    });

    test('in four clicks a parked order is found, understood, mended, and seen to move', async () => {
        const { page, complaints, leave } = await browser.person(line.console);
        const person = byVisibleText(page);

        await person.click('Finance');
        await page.getByText('Start').waitFor();
        await person.click('D1-0002');
        await page.getByText(/The customer owes .* above the limit of \$500/).first().waitFor();
        await page.getByText('Whose move: Finance', { exact: false }).waitFor();
        await picture(page, 'parked-order');
        assert.deepEqual(await accessibilityProblems(page), []);
        await person.click('Release above the credit limit');
        await picture(page, 'remedy');
        await person.click('Apply');
        await page.getByText('Done. The order goes on.').waitFor();
        await page.getByRole('row', { name: /^Accepted/ }).waitFor();
        await picture(page, 'mended-order');

        assert.ok(person.clicks <= 4, `${person.clicks} clicks`);
        assert.deepEqual(complaints, []);
        await leave();
    });

    test('an order is shown as it was, and comes back to now', async () => {
        const { page, complaints, leave } = await signIn('Sales', '/#/orders/D1-0004');
        await page.getByRole('row', { name: /^Completed/ }).waitFor();
        const slider = page.locator('c-time-travel').getByRole('slider');
        await slider.press('Home');
        await page.getByText(/^Where it is: As it was recorded on/).waitFor();
        await page.getByRole('row', { name: /^Completed/ }).waitFor({ state: 'detached' });
        assert.equal(await page.getByRole('button', { name: 'Cancel the order' }).count(), 0, 'what is past stays');
        await picture(page, 'as-it-was');
        await page.getByRole('button', { name: 'Back to now' }).click();
        await page.getByRole('row', { name: /^Completed/ }).waitFor();
        assert.deepEqual(complaints, []);
        await leave();
    });

    whenAll('several exceptions are mended at once', async () => {
        const { page, complaints, leave } = await signIn('Operations', '/#/exceptions');
        await page.getByText('D1-0003').waitFor();
        assert.deepEqual(await accessibilityProblems(page), []);
        // the engine's shadow hides a row's text from the row
        await page.locator('tr[data-row-key-value="D1-0003-E1"] .slds-checkbox_faux').click();
        await page.getByLabel('Tax code').fill('US-NY');
        await picture(page, 'exceptions');
        await page.getByRole('button', { name: 'Correct the tax region' }).click();
        await page.getByText('1 mended, 0 refused, 0 to go').waitFor();
        await page.getByText('D1-0003').waitFor({ state: 'detached' });
        assert.deepEqual(complaints, []);
        await leave();
    });

    test('a rep who may not see a field does not get it from the server', async () => {
        const email = 'purchasing@c-1001.example';
        const seller = await signIn('Sales', '/#/customers/C-1001');
        await seller.page.getByText(email).waitFor(); // it is there, for whom it concerns
        assert.ok((await seller.answers()).includes(email));
        const token = await seller.page.evaluate(() => globalThis.throughline.token);
        const order = `REP-${NUMBER}`;
        const submitted = await fetch(`${line.commands}/api/v1/orders`, {
            method: 'POST',
            headers: {
                authorization: `Bearer ${token}`,
                'content-type': 'application/json',
                'idempotency-key': `"${order}"`
            },
            body: JSON.stringify({
                orderId: order,
                customerId: 'C-1001',
                partnerId: 'P-77',
                owner: 'sales',
                orderedOn: '2026-01-05',
                currency: 'USD',
                priceBasis: 'LIST',
                taxRegion: 'DE',
                shipTo: { name: 'Reception', street: 'Kai 1', city: 'Kiel', postalCode: '24103', country: 'DE' },
                lines: [{ lineId: '1', productId: 'TL-109', quantity: 1, unitPrice: '18.25' }]
            })
        });
        assert.equal(submitted.status, 202, await submitted.text());
        await seller.leave();

        const rep = await browser.person(`${line.console}/#/orders`);
        await rep.page.getByLabel("The partner's number", { exact: false }).fill('P-77');
        await rep.page.getByText('Partner', { exact: true }).click();
        await rep.page.getByRole('button', { name: order }).click();
        await rep.page.getByRole('row', { name: /^Submitted/ }).waitFor();
        await rep.page.getByRole('heading', { name: 'Lines' }).waitFor();
        await picture(rep.page, 'partners-rep');
        const all = await rep.answers();
        assert.ok(all.includes(order));
        assert.ok(!all.includes('Nine Owls Bookbinding'), 'the name of a customer, whom reps of partners may not see');
        assert.ok(!all.includes('D1-0004'), "an order that was not sold through the rep's partner");
        await rep.leave();

        const analyst = await signIn('Analyst', '/#/customers/C-1001');
        await analyst.page.getByText('Not shown to your role').first().waitFor();
        await picture(analyst.page, 'kept-from-analysts');
        assert.ok(!(await analyst.answers()).includes(email));
        await analyst.leave();
    });

    whenAll('operations see how the line itself is', async () => {
        const { page, complaints, leave } = await signIn('Operations', '/#/operations');
        await page.getByText('orderdetails').first().waitFor();
        await page.getByText('netsuite').first().waitFor();
        await page.getByText(/^Sales that Salesforce handed over: \d+ taken/).waitFor();
        await page.getByRole('row', { name: '/event/Order_Intent__e heard' }).waitFor();
        await picture(page, 'operations');
        assert.deepEqual(await accessibilityProblems(page), []);
        assert.deepEqual(complaints, []);
        await leave();
    });

    whenAll('a customer and the list of orders are found', async () => {
        const { page, complaints, leave } = await signIn('Sales', '/#/orders');
        await page.getByText('D1-0004').waitFor();
        await picture(page, 'orders');
        assert.deepEqual(await accessibilityProblems(page), []);
        await page.goto(`${line.console}/#/customers/C-1001`);
        await page.getByText('Nine Owls Bookbinding').first().waitFor();
        await picture(page, 'customer');
        assert.deepEqual(await accessibilityProblems(page), []);
        assert.deepEqual(complaints, []);
        await leave();
    });

    whenAll('German readers are addressed in German', async () => {
        const { page, leave } = await browser.person(line.console, 'de-DE');
        await page.getByText('Sales', { exact: true }).click();
        await page.getByText('Was auf jemanden wartet').first().waitFor();
        await page.getByText('Produkt eingestellt').first().waitFor(); // D1-0001, which no other journey mends
        await page.getByText(/ ist eingestellt\.$/).first().waitFor(); // what was found
        await picture(page, 'german');
        await page.goto(`${line.console}/#/orders/D1-0001`);
        await page.getByText('Am Zug: Vertrieb', { exact: false }).waitFor();
        await page.getByRole('button', { name: 'Produkt ersetzen' }).waitFor();
        await page.locator('c-order-360').getByText('Woher die Zahlen stammen').click();
        const slider = page.locator('c-time-travel').getByRole('slider');
        await slider.press('Home');
        await page.getByText(/Der Verkauf über .* wurde übergeben\./).waitFor();
        await picture(page, 'german-order');
        assert.deepEqual(await englishOn(page), []);
        await page.goto(`${line.console}/#/orders/D1-0004`);
        await page.getByText('Er hängt nicht', { exact: false }).waitFor();
        await page.locator('c-order-360').getByText('Woher die Zahlen stammen').click();
        await picture(page, 'german-completed');
        assert.deepEqual(await englishOn(page), []);
        await leave();

        const operator = await browser.person(`${line.console}/#/operations`, 'de-DE');
        await operator.page.getByText('Operations', { exact: true }).click();
        await operator.page.getByText('orderdetails').first().waitFor();
        await operator.page.getByText(/^Von Salesforce übergebene Verkäufe/).waitFor();
        await picture(operator.page, 'german-operations');
        assert.deepEqual(await englishOn(operator.page), []);
        await operator.leave();

        // what a command side without an org answers: NoOrgTest
        const alone = await browser.person(line.console, 'de-DE');
        await alone.page.route('**/actuator/health/salesforce', (route) =>
            route.fulfill({ status: 404, headers: { 'access-control-allow-origin': '*' } })
        );
        await alone.page.getByText('Operations', { exact: true }).click();
        await alone.page.getByText('Betrieb', { exact: true }).click();
        await alone.page.getByText('Keine Org ist verbunden.').waitFor();
        await picture(alone.page, 'no-org');
        await alone.leave();
    });

    test('the page is answered under a strict policy, and the local sign-in hands codes to nobody else', async () => {
        const page = await fetch(line.console);
        const policy = page.headers.get('content-security-policy');
        assert.match(policy, /default-src 'none'/);
        assert.match(policy, /script-src 'self'(;|$)/);
        assert.doesNotMatch(policy, /unsafe-eval/);

        const elsewhere = await fetch(
            `${line.console}/local-issuer/authorize?client_id=x&code_challenge=y&redirect_uri=` +
                encodeURIComponent('https://elsewhere.example.com/')
        );
        assert.equal(elsewhere.status, 400);
        const guessed = await fetch(`${line.console}/local-issuer/token`, {
            method: 'POST',
            body: new URLSearchParams({ grant_type: 'authorization_code', code: 'guessed' })
        });
        assert.equal(guessed.status, 400);
    });

    test('what a flow may ask is still what the platform offers', async () => {
        const tool = fileURLToPath(new URL('../tools/external-service.mjs', import.meta.url));
        await promisify(execFile)('node', [tool, line.commands, '--check']);
    });
});
