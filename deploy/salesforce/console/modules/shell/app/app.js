import { LightningElement } from 'lwc';
import { labels } from 'c/labels';
import { mayAny } from 'c/roles';
import { roleOf } from 'c/words';
import { pick } from '../../../language.js';

const session = globalThis.throughline;

/** The console's frame: where one is, who one is, and the page between. */
export default class App extends LightningElement {
    words = {
        pages: pick(['Pages', 'Seiten']),
        changeRole: pick(['Change role', 'Rolle wechseln'])
    };

    place = location.hash;

    connectedCallback() {
        addEventListener('hashchange', () => {
            this.place = location.hash;
        });
    }

    get tabs() {
        const tabs = [
            ['#/', pick(['Start', 'Start'])],
            ['#/orders', labels.Orders],
            ['#/exceptions', labels.Exceptions]
        ];
        if (mayAny(['sales', 'integration', 'partner'])) {
            tabs.push(['#/new', labels.New_Order]);
        }
        if (mayAny(['operations', 'integration'])) {
            tabs.push(['#/operations', labels.Operations]);
        }
        return tabs.map(([place, label]) => {
            const isCurrent = place === (this.place || '#/');
            return {
                place,
                label,
                current: isCurrent ? 'page' : undefined,
                style: isCurrent ? 'tab tab_current' : 'tab'
            };
        });
    }

    get who() {
        return `${session.name} (${session.roles.map(roleOf).join(', ')})`;
    }

    get page() {
        const [, section = '', id] = this.place.split('/');
        switch (section) {
            case 'orders':
                return id ? { order: decodeURIComponent(id) } : { orders: true };
            case 'customers':
                return id ? { customer: decodeURIComponent(id) } : { orders: true };
            case 'exceptions':
                return { exceptions: true };
            case 'new':
                return { newOrder: true };
            case 'operations':
                return { operations: true };
            default:
                return { start: true };
        }
    }

    showSubmitted(event) {
        location.hash = `#/orders/${encodeURIComponent(event.detail)}`;
    }

    changeRole() {
        session.renew();
    }
}
