import { labels } from 'c/labels';
import { causeOf, dayOf, milestoneOf, moneyOf, numberOf, percentOf, remedyOf, roleOf, shipmentStateOf, stepNameOf, timeOf } from 'c/words';

/**
 * Sentences in the reader's language. The platform states codes with values; the words are labels: Because_PARKED,
 * Found_TAX_REGION_UNKNOWN, Event_order_submitted. A label with _2, _3 behind its name is for where the one before it
 * names what was not stated. Where no label fits, a sentence of the platform's own, which is English, is still one.
 */

const PLACE = /\{(\w+)\}/g;
const MONEY = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** What is a code itself, by the name under which it is stated. */
const CODES = {
    awaited: shipmentStateOf,
    cause: causeOf,
    milestone: (name) => milestoneOf(name.toLowerCase().replaceAll('_', ' ')),
    queue: roleOf,
    remedy: remedyOf,
    step: stepNameOf
};
const TRUTHS = { true: () => labels.Yes, false: () => labels.No };
const SHARES = ['discount', 'partnerDiscount', 'highest'];
/** Amounts of which the currency is stated apart. */
const AMOUNTS = ['agreed', 'asked', 'booked', 'creditLimit', 'exposure', 'left', 'net', 'order', 'paid', 'remaining', 'reversed'];

function shown(name, value, currency) {
    const money = value.match(MONEY);
    if (money) {
        return moneyOf({ amount: money[1], currency: money[2] });
    }
    if (CODES[name]) {
        return CODES[name](value);
    }
    if (DAY.test(value)) {
        return dayOf(value);
    }
    if (MOMENT.test(value)) {
        return timeOf(value);
    }
    if (!NUMBER.test(value)) {
        return TRUTHS[value]?.() ?? value;
    }
    if (SHARES.includes(name)) {
        return percentOf(value);
    }
    if (currency && AMOUNTS.includes(name)) {
        return moneyOf({ amount: value, currency });
    }
    return value.includes('.') ? numberOf(value) : value; // a whole number may be an id
}

const byName = (values) => {
    const stated = Object.fromEntries((values ?? []).map(({ name, value }) => [name, value]));
    return new Map(Object.entries(stated).map(([name, value]) => [name, shown(name, value, stated.currency)]));
};

function variantsOf(key) {
    const texts = [labels[key]];
    for (let variant = 2; labels[`${key}_${variant}`]; variant++) {
        texts.push(labels[`${key}_${variant}`]);
    }
    return texts.filter(Boolean);
}

/** The sentence of a label with what was stated; undefined where no label fits. */
export function tell(key, values) {
    const stated = byName(values);
    const text = variantsOf(key).find((each) =>
        [...each.matchAll(PLACE)].every(([, name]) => stated.has(name))
    );
    return text?.replace(PLACE, (_whole, name) => stated.get(name));
}

/** 'fulfilment.shipment-shipped.v1' in a sentence. */
export const happenedOf = ({ wireName, values, sentence }) =>
    tell(`Event_${(wireName ?? '').replace(/\.v\d+$/, '').replaceAll(/[.-]/g, '_')}`, values) ?? sentence;

/** What was found, in one sentence. */
export const foundOf = ({ cause, values }) => tell(`Found_${cause}`, values) ?? causeOf(cause);

/** What the other system said of what was found, in its own words. */
export const wordsOf = ({ values }) => values?.find(({ name }) => name === 'answer')?.value;

/** What was compared, each with its name; without the words, and the currency that amounts have anyway. */
export function comparedOf({ values }) {
    const stated = byName(values);
    return (values ?? [])
        .filter(({ name, value }) => value && name !== 'answer' && name !== 'currency')
        .map(({ name }) => ({
            name,
            label: `${labels['Value_' + name] ?? name}:`,
            value: stated.get(name)
        }));
}

/** Why an order waits, or why it waits for nothing. */
export function whyOf({ because, values, exceptions, answer }) {
    return because === 'PARKED'
        ? [...new Set(exceptions.map((each) => foundOf(each.findings[0] ?? each)))].join(' ')
        : (tell(`Because_${because}`, values) ?? answer);
}
