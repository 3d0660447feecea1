import { LightningElement } from 'lwc';
import { labels, say } from 'c/labels';
import { timeOf } from 'c/words';
import { messageOf } from 'c/answers';
import { command, partOfHealth } from '../../../platform/server.js';
import { pick } from '../../../language.js';

const EVERY = 3000;

const WORDS = {
    heading: pick(['Connection to Salesforce', 'Verbindung zu Salesforce']),
    topic: pick(['Topic', 'Thema']),
    heard: pick(['Last heard from', 'Zuletzt gehört']),
    why: pick(['Why not', 'Warum nicht']),
    none: pick(['No org is connected.', 'Keine Org ist verbunden.']),
    silent: pick(['The command side does not say.', 'Die Befehlsseite antwortet nicht.']),
    intents: pick([
        'Sales that Salesforce handed over: {0} taken, {1} refused, {2} waiting.',
        'Von Salesforce übergebene Verkäufe: {0} übernommen, {1} abgelehnt, {2} warten.'
    ]),
    behind: pick([
        'Orders of which Salesforce does not know the latest: {0}.',
        'Aufträge, deren neuesten Stand Salesforce nicht kennt: {0}.'
    ]),
    troubles: pick([
        'What Salesforce or the platform does not take as it is: {0} sales, {1} accounts, {2} orders, {3} customers.',
        'Was Salesforce oder die Plattform so nicht annimmt: {0} Verkäufe, {1} Accounts, {2} Aufträge, {3} Kunden.'
    ])
};

const WELL = 'slds-badge slds-theme_success';
const STATES = {
    LISTENING: { style: WELL, text: pick(['heard', 'wird gehört']) },
    STANDBY: { style: 'slds-badge', text: pick(['heard by another node', 'hört ein anderer Knoten']) },
    BROKEN: { style: 'slds-badge slds-theme_error', text: pick(['broken, tried again', 'unterbrochen, neuer Versuch']) }
};

/** Whether the org is heard, topic by topic, and whether it knows what it should. Asked again every 3 s. */
export default class Connection extends LightningElement {
    labels = labels;
    words = WORDS;
    loading = true;
    error;
    nothing;
    topics = [];
    sentences = [];
    timer;

    connectedCallback() {
        this.refresh();
        this.timer = setInterval(() => this.refresh(), EVERY);
    }

    disconnectedCallback() {
        clearInterval(this.timer);
    }

    async refresh() {
        try {
            const health = await partOfHealth('salesforce');
            this.error = health ? undefined : WORDS.silent;
            this.nothing = health?.isThere === false ? WORDS.none : undefined;
            if (this.nothing) {
                clearInterval(this.timer); // none comes while the command side runs
            }
            if (health?.isThere) {
                const known = await command('GET', '/api/v1/operations/salesforce');
                this.topics = topicsOf(health.details ?? {});
                this.sentences = sentencesOf(known);
            }
        } catch (error) {
            this.error = messageOf(error);
        }
        this.loading = false;
    }
}

function topicsOf(details) {
    return Object.entries(details).map(([topic, { state, heardAt, why }]) => ({
        topic,
        why,
        heard: timeOf(heardAt),
        ...(STATES[state] ?? { style: 'slds-badge', text: state })
    }));
}

function sentencesOf({
    intents,
    behind,
    intentTroubles,
    accountTroubles,
    orderTroubles,
    customerTroubles
}) {
    const troubles = [intentTroubles, accountTroubles, orderTroubles, customerTroubles].map(
        (each) => each.length
    );
    return [
        say(WORDS.intents, intents.TAKEN ?? 0, intents.REFUSED ?? 0, intents.WAITING ?? 0),
        say(WORDS.behind, behind),
        ...(troubles.some(Boolean) ? [say(WORDS.troubles, ...troubles)] : [])
    ];
}
