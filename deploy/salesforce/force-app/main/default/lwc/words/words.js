import { labels, say } from 'c/labels';
import LOCALE from '@salesforce/i18n/locale';

/** How amounts, times, states and causes read. */

const STEPS = ['SUBMITTED', 'VALIDATED', 'ACCEPTED', 'SHIPPED', 'DELIVERED', 'SUBSCRIBED', 'COMPLETED'];
const OF_GOODS = ['SHIPPED', 'DELIVERED'];
const GIVEN_UP = ['CANCELLING', 'CANCELLED'];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const moneyOf = (money) =>
    money
        ? new Intl.NumberFormat(LOCALE, { style: 'currency', currency: money.currency }).format(
              money.amount
          )
        : '';

export const timeOf = (instant) =>
    instant
        ? new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' }).format(
              new Date(instant)
          )
        : '';

/** A day without a time has no time zone: it is the same day everywhere. */
export const dayOf = (day) =>
    day
        ? new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' }).format(
              new Date(day)
          )
        : '';

const lastDayOf = (until) => new Date(new Date(until).getTime() - DAY);

/** The last day of what ends before a day: '2026-05-01' is the last of April. */
export const dayBefore = (until) => (until ? dayOf(lastDayOf(until)) : '');

/** The days from one to the one before another, as one text. */
export const daysOf = (from, until) =>
    new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(
        new Date(from),
        lastDayOf(until)
    );

export const numberOf = (value) => new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 6 }).format(value);

/** A fraction: 0.15 is 15 %. */
export const percentOf = (fraction) =>
    new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 2 }).format(fraction);

export const stateOf = (state) => labels['State_' + state] ?? sentenceOf(state);

/** SLDS badge of a state: what is well, what is under way, what is over. */
export function themeOf(state) {
    if (state === 'COMPLETED' || state === 'SUBSCRIBED' || state === 'DELIVERED') {
        return 'slds-badge slds-theme_success';
    }
    return state === 'CANCELLED' || state === 'CANCELLING'
        ? 'slds-badge slds-badge_inverse'
        : 'slds-badge slds-badge_lightest';
}

const stepNamed = (value) => ({ value, label: stateOf(value) });

/** The steps that orders may take, each with its label. */
export const steps = STEPS.map(stepNamed);

/**
 * The steps of one order: goods are shipped, what is subscribed to runs on; of both, being checked is no step, for seven do
 * not fit beside each other. One that is given up ends after what it had reached.
 */
export function stepsOf({ state, lines, milestones }) {
    if (GIVEN_UP.includes(state)) {
        const reached = new Set(milestones.filter(({ at }) => at).map(({ name }) => name.toUpperCase()));
        return [...STEPS.filter((step) => reached.has(step)), state].map(stepNamed);
    }
    const hasGoods = lines.some((line) => !line.subscription);
    const hasSubscriptions = lines.some((line) => line.subscription);
    return STEPS.filter(
        (step) =>
            (hasGoods || !OF_GOODS.includes(step)) &&
            (hasSubscriptions ? !hasGoods || step !== 'VALIDATED' : step !== 'SUBSCRIBED')
    ).map(stepNamed);
}

/** 'partly cancelled' -> 'Partly cancelled', in the reader's language. */
export function milestoneOf(name) {
    const key = name.replaceAll(' ', '_');
    return labels['State_' + key.toUpperCase()] ?? labels['Milestone_' + key] ?? sentenceOf(name);
}

/** Of an order's steps the one that it has reached; what is partly shipped is on its way to being shipped. */
export function stepOf(state, ofOrder) {
    if (state === 'PARTIALLY_SHIPPED') {
        return 'SHIPPED';
    }
    return state === 'VALIDATED' && !ofOrder.some(({ value }) => value === state) ? 'SUBMITTED' : state;
}

/** 'ERP_HAS_IT' -> 'ERP has it' */
export function sentenceOf(name) {
    const text = String(name ?? '')
        .toLowerCase()
        .replaceAll('_', ' ')
        .replaceAll('-', ' ');
    return (text.charAt(0).toUpperCase() + text.slice(1)).replace(/\berp\b/i, 'ERP');
}

/** 'CREDIT_LIMIT_EXCEEDED' -> 'Credit limit exceeded', in the reader's language. */
export const causeOf = (cause) => labels['Cause_' + cause] ?? sentenceOf(cause);

/** 'taxRegion' -> 'Tax region' */
const apart = (name) => sentenceOf(name.replace(/([A-Z])/g, ' $1').trim());

/** 'release-credit' or 'RELEASE_CREDIT' in the reader's language. */
export const remedyOf = (remedy) =>
    labels['Remedy_' + remedy.toUpperCase().replaceAll('-', '_')] ?? sentenceOf(remedy);

/** What a remedy does, in one sentence. */
export const remedyHelpOf = (remedy) => labels['RemedyHelp_' + remedy.toUpperCase().replaceAll('-', '_')];

/** What a remedy has to be told. */
export const parameterOf = (name) => labels['Parameter_' + name] ?? apart(name);

export const shipmentStateOf = (state) => labels['Shipment_' + state] ?? sentenceOf(state);

export const returnStateOf = (state) => labels['Return_' + state] ?? sentenceOf(state);

export const subscriptionStateOf = (state) => labels['Subscription_' + state] ?? sentenceOf(state);

export const billOf = (kind) => labels['Bill_' + kind] ?? sentenceOf(kind);

/** 'MONTH' -> 'every month' */
export const everyOf = (period) => labels['Every_' + period] ?? sentenceOf(period);

/** 'RequestShipment' in the reader's language. */
export const stepNameOf = (step) => labels['Step_' + step] ?? apart(step);

export const ownerOf = (system) => labels['Owner_' + system] ?? sentenceOf(system);

export const policyOf = (policy) => labels['Policy_' + policy] ?? sentenceOf(policy);

/** 'money.ordered' in the reader's language. */
export const fieldOf = (field) =>
    labels['Field_' + field.replaceAll('.', '_')] ?? apart(field.replaceAll('.', ', '));

/** 'finance' or 'FINANCE' -> 'Finance', and 'ERP' or 'CUSTOMER', in the reader's language where there is a word. */
export const roleOf = (role) =>
    labels[sentenceOf(role)] ?? labels['Owner_' + String(role).toUpperCase()] ?? sentenceOf(role);

/** 'SALES, FINANCE' -> 'Sales, Finance' */
export const movesOf = (queues) => queues.split(', ').map(roleOf).join(', ');

export const rolesOf = (roles) =>
    new Intl.ListFormat(LOCALE, { type: 'disjunction' }).format(roles.map(roleOf));

/** '3 days', '5 hours': between two moments, in the largest unit that fits. */
export function spanOf(from, to) {
    const millis = Math.abs(new Date(to) - new Date(from));
    const [value, unit] =
        millis >= DAY
            ? [millis / DAY, 'day']
            : millis >= HOUR
              ? [millis / HOUR, 'hour']
              : [millis / MINUTE, 'minute'];
    return new Intl.NumberFormat(LOCALE, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
        maximumFractionDigits: 0
    }).format(Math.max(1, Math.round(value)));
}

/** Whether a promise was kept: null while there is none, or nothing to hold against it. */
export function keptOf(promised, reached) {
    if (!promised || !reached) {
        return null;
    }
    const end = new Date(new Date(promised).getTime() + (promised.length === 10 ? DAY : 0));
    return new Date(reached) < end
        ? { onTime: true, text: labels.On_Time }
        : { onTime: false, text: say(labels.Late_By, spanOf(end, reached)) };
}
