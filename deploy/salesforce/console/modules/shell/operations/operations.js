import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import { messageOf, variablesOf } from 'c/answers';
import { labels } from 'c/labels';
import { moneyOf, roleOf, sentenceOf, timeOf } from 'c/words';
import { partOfHealth } from '../../../platform/server.js';
import { pick } from '../../../language.js';

const EVERY = 3000;
/** Of the lag so many measurements are drawn. */
const DRAWN = 60;

const WORDS = {
    work: pick(['What waits in each queue', 'Was in jeder Warteschlange steht']),
    open: pick(['Open', 'Offen']),
    held: pick(['Holds up', 'Hält auf']),
    oldest: pick(['Oldest since', 'Älteste seit']),
    views: pick(['How far the views are', 'Wie weit die Ansichten sind']),
    lagPlot: pick(['How far the slowest view was behind, in milliseconds', 'Rückstand der langsamsten Ansicht in Millisekunden']),
    view: pick(['View', 'Ansicht']),
    behind: pick(['Behind', 'Rückstand']),
    read: pick(['Read, %', 'Gelesen, %']),
    parked: pick(['Parked events', 'Geparkte Ereignisse']),
    replays: pick(['Views that are folded anew', 'Ansichten, die neu gefaltet werden']),
    noReplays: pick(['No view is folded anew.', 'Keine Ansicht wird neu gefaltet.']),
    pace: pick(['Pace', 'Tempo']),
    perSecond: pick(['events a second', 'Ereignisse je Sekunde']),
    secondsLeft: pick(['seconds left', 'Sekunden verbleiben']),
    differs: pick(['Documents that differ', 'Abweichende Dokumente']),
    by: pick(['Asked for by', 'Veranlasst von']),
    record: pick(['Whether the record is whole', 'Ob die Aufzeichnung vollständig ist']),
    notary: pick(['The log can be signed', 'Das Protokoll lässt sich signieren']),
    publisher: pick(['The log gets to its readers', 'Das Protokoll erreicht seine Leser']),
    ready: pick(['Commands become durable', 'Befehle werden dauerhaft']),
    silent: pick(['does not say', 'antwortet nicht']),
    budgets: pick(['Calls to other systems', 'Aufrufe anderer Systeme']),
    account: pick(['Account', 'Konto']),
    inUse: pick(['In use', 'In Gebrauch']),
    waiting: pick(['Waiting', 'Wartend']),
    breaker: pick(['Answers', 'Antwortet']),
    deadLetters: pick(['Events that a view could not take in', 'Ereignisse, die eine Ansicht nicht aufnehmen konnte']),
    noDeadLetters: pick(['Every view has taken in every event.', 'Jede Ansicht hat jedes Ereignis aufgenommen.']),
    yes: pick(['yes', 'ja']),
    probing: pick(['being tried', 'wird probiert']),
    no: pick(['no: calls wait', 'nein: Aufrufe warten'])
};

/** Components of the command side's health. */
const PARTS = [
    ['readiness', WORDS.ready],
    ['publisher', WORDS.publisher],
    ['notary', WORDS.notary]
];

const HEALTH = { UP: WORDS.yes, DOWN: pick(['no', 'nein']), OUT_OF_SERVICE: pick(['no', 'nein']) };

const BREAKERS = { closed: WORDS.yes, half_open: WORDS.probing, open: WORDS.no };

/** How the line itself is: what waits, how far the views are, who uses the other systems. Asked again every 3 s. */
export default class Operations extends LightningElement {
    labels = labels;
    words = WORDS;
    content;
    error;
    loading = true;
    answered;
    timer;
    lags = [];
    health = [];
    healthLoading = true;

    deadLetterColumns = [
        { label: WORDS.view, fieldName: 'processor' },
        { label: labels.Order, fieldName: 'key' },
        { label: labels.Event, fieldName: 'wireName' },
        { label: labels.Cause, fieldName: 'reason', wrapText: true }
    ];

    @wire(ask, { question: 'Operations', variables: variablesOf({}), recordId: null })
    take(answered) {
        this.answered = answered;
        if (answered.data || answered.error) {
            this.content = answered.data?.content ?? this.content;
            this.error = messageOf(answered.error);
            this.loading = false;
            if (answered.data) {
                const slowest = Math.max(0, ...this.content.lag.map((slice) => slice.millis));
                this.lags = [...this.lags, slowest].slice(-DRAWN);
            }
        }
    }

    connectedCallback() {
        this.askHealth();
        this.timer = setInterval(() => {
            this.refresh();
            this.askHealth();
        }, EVERY);
    }

    async askHealth() {
        this.health = await Promise.all(
            PARTS.map(async ([name, label]) => {
                const status = (await partOfHealth(name))?.status;
                const style = status === 'UP' ? 'slds-badge slds-theme_success' : 'slds-badge slds-theme_error';
                return { name, label, style, status: HEALTH[status] ?? WORDS.silent };
            })
        );
        this.healthLoading = false;
    }

    disconnectedCallback() {
        clearInterval(this.timer);
    }

    get queues() {
        return (this.content?.queueLoads ?? []).map((load) => ({
            ...load,
            name: roleOf(load.queue),
            held: load.held.map(moneyOf).join(', '),
            oldest: timeOf(load.oldest),
            sentence: `${roleOf(load.queue)}: ${load.open} ${WORDS.open}, ${load.overdue} ${labels.Overdue}`
        }));
    }

    get mostOpen() {
        return Math.max(1, ...this.queues.map((queue) => queue.open));
    }

    get lagSeries() {
        return this.lags;
    }

    get slices() {
        return (this.content?.lag ?? []).map((slice) => ({
            ...slice,
            behind: `${slice.events} (${Math.round(slice.millis)} ms)`,
            sentence: `${slice.slice}: ${slice.percent} %`
        }));
    }

    get replays() {
        return (this.content?.replays ?? []).map((replay) => ({
            ...replay,
            stateName: labels['Replay_' + replay.state] ?? sentenceOf(replay.state),
            sentence: `${replay.slice}: ${replay.percent} %`,
            pace: paceOf(replay),
            differing: replay.difference ? replay.difference.differing : ''
        }));
    }

    get noReplays() {
        return this.replays.length ? undefined : WORDS.noReplays;
    }

    get accounts() {
        return (this.content?.budgets ?? []).map((account) => {
            const sum = (field) => account.lanes.reduce((total, lane) => total + lane[field], 0);
            return {
                ...account,
                inUse: sum('inUse'),
                waiting: sum('waiting'),
                breakerName: BREAKERS[account.breaker] ?? sentenceOf(account.breaker),
                sentence: `${account.account}: ${sum('inUse')} / ${account.permits}`
            };
        });
    }

    get deadLetters() {
        return (this.content?.deadLetters ?? []).map((letter) => ({
            ...letter,
            id: `${letter.processor}-${letter.globalIndex}-${letter.key}`
        }));
    }

    get noDeadLetters() {
        return this.deadLetters.length ? undefined : WORDS.noDeadLetters;
    }

    refresh() {
        return refreshApex(this.answered);
    }
}

function paceOf({ endedAt, perSecond, secondsLeft }) {
    if (endedAt) {
        return timeOf(endedAt);
    }
    const left = secondsLeft === null ? '' : `, ${Math.round(secondsLeft)} ${WORDS.secondsLeft}`;
    return `${Math.round(perSecond)} ${WORDS.perSecond}${left}`;
}
