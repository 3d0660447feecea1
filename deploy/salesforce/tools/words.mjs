// Whatever the platform names by a code has words in every language: each value of the schema's lists, each event of an
// order's history, each step, each remedy's parameter. The lists are the platform's own and closed, so that what is new
// there is missing here until it has words.
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'graphql';
import { filesIn, home, read, report, repository, schemaFolder } from './places.mjs';

const LANGUAGES = ['English', 'German'];
const PLACES = /\{(\w+)\}/g;
const kernel = path.join(repository, 'shared-kernel/src');
const labelsFile = path.join(home, 'labels.json');

/** The labels that name an enum's values begin so. */
const ENUMS = {
    Because: 'Because_',
    BillKind: 'Bill_',
    BillingPeriod: 'Every_',
    Cause: 'Cause_',
    FieldPolicy: 'Policy_',
    OrderState: 'State_',
    RemedyKind: 'Remedy_',
    ReplayState: 'Replay_',
    ReturnState: 'Return_',
    ShipmentState: 'Shipment_',
    SubscriptionState: 'Subscription_',
    SystemOfRecord: 'Owner_'
};

const enums = new Map(
    filesIn(schemaFolder, '.graphqls')
        .flatMap((file) => parse(read(file)).definitions)
        .filter(({ kind }) => kind === 'EnumTypeDefinition')
        .map(({ name, values }) => [name.value, values.map((each) => each.name.value)])
);

const wordFor = (code) => code.charAt(0) + code.slice(1).toLowerCase();

/** 'fulfilment.shipment-shipped.v1.json' -> 'Event_fulfilment_shipment_shipped' */
const eventLabel = (file) =>
    `Event_${file.replace(/\.v\d+\.json$/, '').replaceAll(/[.-]/g, '_')}`;

const found = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name);

/** Of a page, from its heading to the next. */
const sectionOf = (file, heading) => read(file).split(`\n## ${heading}\n`)[1].split('\n## ')[0];

/** What a finding may state. */
const conditions = () =>
    found(read(path.join(kernel, 'main/java/io/throughline/kernel/fulfilment/Condition.java')), /^ {2}[A-Z_]+\("(\w+)"\)[,;]$/gm);

/** What an entry of an order's history may state. */
const particulars = () =>
    found(read(path.join(repository, 'query-side/src/main/java/io/throughline/query/history/Particulars.java')), /"(\w+)"/g);

/** What sentences can be filled with: a place for anything else would stay empty, and the sentence be never said. */
const stated = { Found_: new Set(conditions()), Event_: new Set(particulars()) };

const neverStated = (name, text) => {
    const [, may] = Object.entries(stated).find(([prefix]) => name.startsWith(prefix)) ?? [];
    return may ? found(text, PLACES).filter((place) => !may.has(place)) : [];
};

/** What must have words, by where it is from. */
export function codes() {
    const fulfilment = path.join(kernel, 'main/java/io/throughline/kernel/fulfilment');
    const remedies = found(read(path.join(fulfilment, 'Remedy.java')), /Set\.of\(((?:"\w+"(?:, )?)+)\)/g);
    return {
        ...Object.fromEntries(
            Object.entries(ENUMS).map(([type, prefix]) => [
                `enum ${type}`,
                (enums.get(type) ?? []).map((value) => prefix + value)
            ])
        ),
        'what remedies do': enums.get('RemedyKind').map((value) => `RemedyHelp_${value}`),
        'enum Queue': enums.get('Queue').map(wordFor),
        'enum Role': enums.get('Role').filter((role) => role !== 'ANY').map(wordFor),
        'events of an order': fs
            .readdirSync(path.join(kernel, 'test/resources/events'))
            .filter((file) => /^(order|fulfilment)\./.test(file))
            .map(eventLabel),
        'kinds of problem': found(sectionOf(path.join(repository, 'docs/command-api.md'), 'Problems'), /^\| `([a-z-]+)` \|/gm).map(
            (kind) => `Problem_${kind.replaceAll('-', '_')}`
        ),
        steps: found(read(path.join(fulfilment, 'Step.java')), /value = Step\.(\w+)\.class/g).map(
            (step) => `Step_${step}`
        ),
        'what findings state': conditions().map((name) => `Value_${name}`),
        'parameters of remedies': [...new Set(remedies.flatMap((each) => found(each, /"(\w+)"/g)))].map(
            (name) => `Parameter_${name}`
        )
    };
}

const placesOf = (text) => [...new Set(found(text, PLACES))].sort().join(' ');

/** What is wrong with these labels, one sentence each. */
export function missing(labels) {
    const problems = [];
    for (const [where, names] of Object.entries(codes())) {
        if (!names.length) {
            problems.push(`${where}: there are none, which cannot be`);
        }
        for (const name of names) {
            LANGUAGES.filter((_, language) => !labels[name]?.[language]?.trim()).forEach((language) =>
                problems.push(`${where}: ${name} has no word in ${language}`)
            );
        }
    }
    for (const [name, texts] of Object.entries(labels)) {
        if (texts.length !== LANGUAGES.length || texts.some((text) => !text.trim())) {
            problems.push(`${name} must have a text in each of ${LANGUAGES.join(' and ')}`);
        } else if (placesOf(texts[0]) !== placesOf(texts[1])) {
            problems.push(`${name} does not name the same things in each language`);
        }
        neverStated(name, texts[0]).forEach((place) => problems.push(`${name} names {${place}}, which nothing states`));
    }
    return problems;
}

if (process.argv[1] === import.meta.filename) {
    const labels = JSON.parse(read(labelsFile));
    // it is seen to fail: a word less, or a place that nothing fills, is a problem more
    const one = 'Cause_CREDIT_LIMIT_EXCEEDED';
    const problems = missing(labels);
    if (missing({ ...labels, [one]: [labels[one][0], ''] }).length <= problems.length) {
        problems.push(`a missing German word for ${one} is not noticed`);
    }
    const sentence = 'Found_INSPECTION_DIFFERS';
    if (missing({ ...labels, [sentence]: ['{came} came.', '{came} kamen.'] }).length <= problems.length) {
        problems.push('a place that nothing fills is not noticed');
    }
    const count = Object.values(codes()).flat().length;
    report('words for codes', count, problems.map((message) => ({ file: labelsFile, message })));
}
