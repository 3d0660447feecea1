// The page that measures: a component from being put there to showing what it was answered, and a bare table.
// The browser's own, taken before the engine's shadow hides the inside of components from them.
const Watcher = globalThis.MutationObserver;
const { querySelectorAll } = Element.prototype;
await import('@lwc/synthetic-shadow');

globalThis.throughline = { token: 'none', roles: ['operations', 'sales', 'finance'], commandApi: '' };

const { createElement } = await import('lwc');
const { default: Datatable } = await import('lightning/datatable');
const COMPONENTS = {
    'c-order-list': (await import('c/orderList')).default,
    'c-exception-queue': (await import('c/exceptionQueue')).default,
    'c-why-stuck': (await import('c/whyStuck')).default,
    'c-order-timeline': (await import('c/orderTimeline')).default,
    'c-order-360': (await import('c/order360')).default,
    'c-order-subscriptions': (await import('c/orderSubscriptions')).default,
    'c-time-travel': (await import('c/timeTravel')).default,
    'c-customer-panel': (await import('c/customerPanel')).default
};
const QUIET = 150;
const stage = document.getElementById('stage');
const frame = () =>
    new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
    });

/** When the last of it was drawn: until nothing is, for a while. */
async function drawn(element) {
    let last = performance.now();
    const watcher = new Watcher(() => {
        last = performance.now();
    });
    watcher.observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
    do {
        await frame();
    } while (performance.now() - last < QUIET);
    watcher.disconnect();
    return last;
}

async function timed(element) {
    const begun = performance.now();
    stage.replaceChildren(element);
    const ended = await drawn(stage);
    const rows = querySelectorAll.call(stage, 'tbody tr, dd, li').length;
    stage.replaceChildren();
    return { millis: ended - begun, rows };
}

globalThis.measure = (tag, properties) =>
    timed(Object.assign(createElement(tag, { is: COMPONENTS[tag] }), properties));

globalThis.measureBare = (rows) =>
    timed(
        Object.assign(createElement('lightning-datatable', { is: Datatable }), {
            keyField: 'id',
            hideCheckboxColumn: true,
            columns: ['a', 'b', 'c', 'd', 'e'].map((fieldName) => ({ label: fieldName, fieldName })),
            data: Array.from({ length: Math.max(1, rows) }, (_, id) => ({
                id,
                a: id,
                b: 'text',
                c: 'text',
                d: 'text',
                e: 'text'
            }))
        })
    );
