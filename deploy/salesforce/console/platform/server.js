// How the console reaches the platform, where an org goes through Apex and its named credential.
import documents from 'throughline:documents';

const session = globalThis.throughline;

function refused(message) {
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
        throw refused('The server does not answer. Is it up?');
    }
    if (answer.status === 401) {
        await session.renew();
        throw refused('Your session is over. Sign in again.');
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
        throw refused(errors[0]?.message ?? body?.detail ?? 'The server did not answer the question.');
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
        throw refused(answer.body?.detail ?? `The platform answers ${answer.status}.`);
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
