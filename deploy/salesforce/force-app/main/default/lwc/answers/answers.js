/** What the service has answered, and what it has not. */

/** The variables of a question, as the Apex service takes them. */
export const variablesOf = (values) => JSON.stringify(values);

/** One sentence for a person, whatever shape the failure has; undefined where nothing failed. */
export function messageOf(error) {
    if (!error) {
        return undefined;
    }
    if (Array.isArray(error.body)) {
        return error.body.map((each) => each.message).join(' ');
    }
    return error.body?.message ?? error.message ?? String(error);
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
