// A whole line of its own for the tests: both applications, the servers and the simulators, with a small demo.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { home, repository } from '../tools/places.mjs';

const PATIENCE = 600_000;
/** Of one look; long, for the machine may be busy, and short enough to end within the time of a build. */
const WAIT = 60_000;
export const artifacts = path.join(home, 'target/screenshots');

/** What the demo says once it is up. */
const WATCHED = /Watch it at (\S+)\/, commands at (\S+), simulators at (\S+)/;
/** And once the ERP knows the customers. */
const UNDER_WAY = 'Handing over';
/** And once all orders are finished or parked. */
export const DONE = 'Serving until Ctrl-C';
/** Business seconds in one: a day passes in one second. */
const CLOCK_RATE = '86400';

/**
 * Starts ./throughline demo with a few orders; resolves once the ERP knows the customers and the orders are on their way.
 * Whoever has a demo up names it instead, its console, command API and simulators:
 * THROUGHLINE_LINE=http://localhost:8081,http://…,http://…
 */
export async function startLine(saying = UNDER_WAY, orders = 6) {
    if (process.env.THROUGHLINE_LINE) {
        const [console, commands, simulators] = process.env.THROUGHLINE_LINE.split(',');
        return { console, commands, simulators, stop: async () => {} };
    }
    const data = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-browser-'));
    const line = spawn(
        path.join(repository, 'throughline'),
        ['demo', '--orders', String(orders), '--clock-rate', CLOCK_RATE, '--fresh', '--data', data],
        {
            detached: true,
            stdio: ['ignore', 'pipe', 'pipe']
        }
    );
    // whoever ends the tests before they have ended the line
    process.once('exit', () => line.exitCode === null && process.kill(-line.pid, 'SIGTERM'));
    for (const signal of ['SIGTERM', 'SIGINT']) {
        process.once(signal, () => process.exit(1));
    }
    let printed = '';
    const serving = new Promise((resolve, reject) => {
        const read = (chunk) => {
            printed += chunk;
            const found = printed.match(WATCHED);
            if (found && printed.includes(saying)) {
                resolve(found.slice(1));
            }
        };
        line.stdout.on('data', read);
        line.stderr.on('data', read);
        line.on('exit', () => reject(new Error(`The line ended too soon:\n${printed}`)));
        setTimeout(() => reject(new Error(`The line did not start:\n${printed}`)), PATIENCE).unref();
    });
    const stop = async () => {
        const ended = new Promise((resolve) => line.once('exit', resolve));
        if (line.exitCode === null) {
            process.kill(-line.pid, 'SIGTERM');
            await ended;
        }
        fs.rmSync(data, { recursive: true, force: true });
    };
    try {
        const [console, commands, simulators] = await serving;
        return { console, commands, simulators, stop };
    } catch (error) {
        await stop();
        throw error;
    }
}

/** A browser as people have it; each page is a person of its own. */
export async function startBrowser() {
    fs.mkdirSync(artifacts, { recursive: true });
    const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
    });
    // whoever speaks a language shares what was loaded; who somebody is, a page keeps for itself
    const contexts = new Map();
    const contextOf = (locale) => {
        if (!contexts.has(locale)) {
            contexts.set(locale, browser.newContext({ viewport: { width: 1400, height: 1000 }, locale }));
        }
        return contexts.get(locale);
    };
    return {
        /** Opens the console, and notes whatever the page complains of. */
        async person(address, locale = 'en-US') {
            const context = await contextOf(locale);
            const page = await context.newPage();
            page.setDefaultTimeout(WAIT);
            const complaints = [];
            page.on('pageerror', (error) => complaints.push(error.message));
            page.on('console', (message) => {
                if (message.type() === 'error') {
                    complaints.push(message.text());
                }
            });
            const answered = [];
            page.on('response', (response) => {
                const isStream = response.headers()['content-type']?.startsWith('text/event-stream');
                if (new URL(response.url()).pathname === '/graphql' && !isStream) {
                    answered.push(response.text().catch(() => '')); // of a page that was left
                }
            });
            await page.goto(address);
            return {
                page,
                complaints,
                /** The text of all that the platform has answered to this person's questions. */
                answers: async () => (await Promise.all(answered)).join('\n'),
                leave: () => page.close()
            };
        },
        close: () => browser.close()
    };
}

export const picture = (page, name) =>
    page.screenshot({ path: path.join(artifacts, `${name}.png`), fullPage: true });
