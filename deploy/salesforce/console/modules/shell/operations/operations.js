import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import { messageOf, variablesOf } from 'c/answers';
import { labels } from 'c/labels';
import { moneyOf, roleOf, sentenceOf, timeOf } from 'c/words';
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
    read: pick(['Read', 'Gelesen']),
    parked: pick(['Parked events', 'Geparkte Ereignisse']),
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

    deadLetterColumns = [
        { label: WORDS.view, fieldName: 'processor' },
        { label: labels.Order, fieldName: 'key' },
        { label: 'Event', fieldName: 'wireName' },
        { label: labels.Cause, fieldName: 'reason', wrapText: true }
    ];

    @wire(ask, { question: 'operations', variables: variablesOf({}), recordId: null })
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
        this.timer = setInterval(() => this.refresh(), EVERY);
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
