// How the console reaches the platform, where an org goes through Apex and its named credential.
import documents from 'throughline:documents';
import { labels, say } from 'c/labels';

const session = globalThis.throughline;
const PROBLEM = 'urn:throughline:problem:';

/** In the form that Apex has: the kind of problem before what it is about. */
function refused(said, kind) {
    const message = kind ? `[${kind}] ${said}` : said;
    return Object.assign(new Error(message), { body: { message } });
}

async function send(url, options) {
    let answer;
    try {
        answer = await fetch(url, {
            ...options,
            headers: {
                ...options.headers,
                authorization: `Bearer ${session.token}`,
                'content-type': 'application/json'
            }
        });
    } catch {
        throw refused(labels.Silent);
    }
    if (answer.status === 401) {
        await session.renew();
        throw refused(labels.Session_Over);
    }
    return { status: answer.status, body: await answer.json().catch(() => null) };
}

/** The answer to one of the trusted documents, with what was kept back from the reader's role. */
export async function ask(question, variables) {
    const { body } = await send('/graphql', {
        method: 'POST',
        body: JSON.stringify({ ...documents[question], variables })
    });
    const errors = body?.errors ?? [];
    if (!body?.data) {
        throw errors.length
            ? refused(errors[0].message, errors[0].extensions?.code?.toLowerCase().replaceAll('_', '-'))
            : refused(body?.detail ?? labels.Not_Answered);
    }
    return {
        content: body.data,
        refusals: errors.map((error) => ({
            path: (error.path ?? []).filter((step) => typeof step === 'string').join('.'),
            code: error.extensions?.code,
            message: error.message
        }))
    };
}

/** Sends a command under a key: sent again, it has one effect. */
export async function command(method, path, body, key) {
    const answer = await send(session.commandApi + path, {
        method,
        headers: key ? { 'idempotency-key': `"${key}"` } : {},
        body: body === undefined ? undefined : JSON.stringify(body)
    });
    if (answer.status >= 400) {
        const { type, detail } = answer.body ?? {};
        throw detail
            ? refused(detail, type?.startsWith(PROBLEM) ? type.slice(PROBLEM.length) : undefined)
            : refused(say(labels.Answers_Status, answer.status));
    }
    return answer.body;
}

/**
 * How a part of the command side is, as it tells operators: whether it has such a part, its status, its details; undefined
 * where it does not say.
 */
export async function partOfHealth(part) {
    try {
        const answer = await fetch(`${session.commandApi}/actuator/health/${part}`, {
            headers: { authorization: `Bearer ${session.token}` }
        });
        // a part that is down answers 503
        return answer.status === 404 ? { isThere: false } : { isThere: true, ...(await answer.json()) };
    } catch {
        return undefined;
    }
}
