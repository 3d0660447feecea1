// Live updates without an org. Of one order the platform tells by its subscription, one stream for all that look at it;
// of all orders nobody tells, so that lists ask again while somebody looks at them. Where a stream cannot be had, a
// proxy's fault say, the order is asked for again in the same way.
import documents from 'throughline:documents';
import { createClient } from 'graphql-sse';

const session = globalThis.throughline;
const EVERY = 5000;
const WITHOUT_STREAM = 2000;

const streams = createClient({
    url: '/graphql',
    headers: () => ({ authorization: `Bearer ${session.token}` }),
    retryAttempts: 3
});

/** By order: who listens, and how to stop. */
const watched = new Map();

function repeatedly(changed, millis) {
    const timer = setInterval(() => {
        if (document.visibilityState === 'visible') {
            changed();
        }
    }, millis);
    return () => clearInterval(timer);
}

function begin(orderId) {
    const listeners = new Set();
    const tell = () => listeners.forEach((listener) => listener());
    const watch = { listeners, stop: () => {}, isUnderWay: false };
    const fallBack = () => {
        watch.stop = repeatedly(tell, WITHOUT_STREAM);
    };
    if (!documents.OrderChanged) {
        fallBack(); // a platform that does not tell of changes
        return watch;
    }
    let isWanted = true;
    const end = streams.subscribe(
        { ...documents.OrderChanged, variables: { orderId } },
        {
            next({ errors }) {
                if (errors) {
                    console.error(`No news of order ${orderId}: ${errors[0].message}`);
                    watch.stop();
                    fallBack();
                } else {
                    watch.isUnderWay = true;
                    tell(); // the first time, too: it may have changed since the page asked
                }
            },
            error: fallBack,
            // by the platform, which stops or is moved; our own end comes here, too
            complete() {
                if (isWanted) {
                    fallBack();
                }
            }
        }
    );
    watch.stop = () => {
        isWanted = false;
        end();
    };
    return watch;
}

export async function watchOrder(orderId, changed) {
    if (orderId === null) {
        return repeatedly(changed, EVERY);
    }
    const watch = watched.get(orderId) ?? begin(orderId);
    watched.set(orderId, watch);
    watch.listeners.add(changed);
    if (watch.isUnderWay) {
        changed(); // what was told before is not told again
    }
    return () => {
        watch.listeners.delete(changed);
        if (watch.listeners.size === 0) {
            watch.stop();
            watched.delete(orderId);
        }
    };
}

export const whenSilent = () => {};
