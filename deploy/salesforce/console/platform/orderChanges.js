// Live updates without an org. Of one order the platform tells by its subscription; of all, nobody does, so that lists
// ask again while somebody looks at them.
const EVERY = 5000;

export async function watchOrder(orderId, changed) {
    const timer = setInterval(() => {
        if (document.visibilityState === 'visible') {
            changed();
        }
    }, orderId === null ? EVERY : 2000);
    return () => clearInterval(timer);
}

export const whenSilent = () => {};
