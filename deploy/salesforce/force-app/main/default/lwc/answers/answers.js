import { labels } from 'c/labels';

/** What the service has answered, and what it has not. */

/** The variables of a question, as the Apex service takes them. */
export const variablesOf = (values) => JSON.stringify(values);

/** '[order-ended] It is completed.': the kind of problem, which has words in each language, and what it is about. */
const PROBLEM = /^\[([a-z-]+)\] ([\s\S]*)$/;

/** The platform's own words are English: to readers of another language they are what is said besides. */
function wordedFor(text) {
    const [, kind, detail] = PROBLEM.exec(text) ?? [];
    const words = kind && labels[`Problem_${kind.replaceAll('-', '_')}`];
    if (!kind || labels.Language === 'en') {
        return detail ?? text;
    }
    return words ? `${words} (${detail})` : detail;
}

/** One sentence for a person, whatever shape the failure has; undefined where nothing failed. */
export function messageOf(error) {
    if (!error) {
        return undefined;
    }
    if (Array.isArray(error.body)) {
        return error.body.map((each) => wordedFor(each.message)).join(' ');
    }
    return wordedFor(error.body?.message ?? error.message ?? String(error));
}

/** Whether the server kept something back because of the reader's role, at or below a path such as 'order.invoices'. */
export const isRefused = (refusals, path) =>
    (refusals ?? []).some(
        (refusal) =>
            refusal.code === 'FORBIDDEN' &&
            (refusal.path === path || refusal.path.startsWith(path + '.'))
    );

/**
 * The key of one intention: sent again with it, a command has one effect. A new one for each form that is opened, kept
 * until the command is answered.
 */
export const newKey = (what) => `${what}:${crypto.randomUUID()}`;
