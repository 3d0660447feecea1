// A whole line of its own for the tests: both applications, the servers and the simulators, after a small demo.
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

/**
 * Starts ./throughline demo with a few orders; resolves once all of them are finished or parked. Whoever has a demo up
 * names it instead, its console, command API and simulators: THROUGHLINE_LINE=http://localhost:8081,http://…,http://…
 */
export async function startLine() {
    if (process.env.THROUGHLINE_LINE) {
        const [console, commands, simulators] = process.env.THROUGHLINE_LINE.split(',');
        return { console, commands, simulators, stop: async () => {} };
    }
    const data = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-browser-'));
    const line = spawn(
        path.join(repository, 'throughline'),
        ['demo', '--orders', '6', '--fresh', '--data', data],
        {
            detached: true,
            stdio: ['ignore', 'pipe', 'pipe'],
            // it lives for a minute or two: the second compiler would cost more than it gains
            env: { THROUGHLINE_JAVA_OPTS: '-XX:TieredStopAtLevel=1', ...process.env }
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
            if (printed.includes('Serving until Ctrl-C')) {
                resolve();
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
        await serving;
    } catch (error) {
        await stop();
        throw error;
    }
    const [, console] = printed.match(/GraphQL\s+(http:\/\/\S+)\/graphql/);
    const [, commands] = printed.match(/Command API\s+(http:\/\/\S+)\/api\/v1/);
    const [, simulators] = printed.match(/Simulators\s+(http:\/\/\S+)\/books/);
    return { console, commands, simulators, stop };
}

/** A browser as people have it; each page is a person of its own. */
export async function startBrowser() {
    fs.mkdirSync(artifacts, { recursive: true });
    const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
    });
    return {
        /** Opens the console, and notes whatever the page complains of. */
        async person(address, locale = 'en-US') {
            const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale });
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
                leave: () => context.close()
            };
        },
        close: () => browser.close()
    };
}

export const picture = (page, name) =>
    page.screenshot({ path: path.join(artifacts, `${name}.png`), fullPage: true });
