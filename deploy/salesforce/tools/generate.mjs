// Writes what follows from other files: labels in both languages from labels.json, the ids of the trusted documents for
// Apex. With --check it writes nothing and fails where a file is not what it should be.
import fs from 'node:fs';
import path from 'node:path';
import { home, read, report, source } from './places.mjs';
import { trustedDocuments } from './trusted.mjs';

const xml = (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const metadata = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const labels = Object.entries(JSON.parse(read(path.join(home, 'labels.json'))));

function customLabels() {
    const each = labels.map(
        ([name, [english]]) => `    <labels>
        <fullName>Throughline_${name}</fullName>
        <language>en_US</language>
        <protected>false</protected>
        <shortDescription>${xml(english.slice(0, 80))}</shortDescription>
        <value>${xml(english)}</value>
    </labels>`
    );
    return `${head}<CustomLabels ${metadata}>\n${each.join('\n')}\n</CustomLabels>\n`;
}

function german() {
    const each = labels.map(
        ([name, [, text]]) => `    <customLabels>
        <label>${xml(text)}</label>
        <name>Throughline_${name}</name>
    </customLabels>`
    );
    return `${head}<Translations ${metadata}>\n${each.join('\n')}\n</Translations>\n`;
}

function labelModule() {
    const imports = labels.map(
        ([name]) => `import ${name} from '@salesforce/label/c.Throughline_${name}';`
    );
    return `// Generated from labels.json: npm run generate.
${imports.join('\n')}

export const labels = Object.freeze({
${labels.map(([name]) => `    ${name}`).join(',\n')}
});

/** The label with {0}, {1} … replaced. */
export function say(label, ...values) {
    return label.replace(/\\{(\\d)\\}/g, (whole, index) => values[index] ?? whole);
}
`;
}

function apexIds() {
    const each = [...trustedDocuments()].map(([name, { id }]) => `        '${name}' => '${id}'`);
    return `/** Generated from the platform's trusted documents: npm run generate. */
public with sharing class ThroughlineDocuments {
    /** By the name of the question: the id under which the platform knows its text. */
    public static final Map<String, String> IDS = new Map<String, String>{
${each.join(',\n')}
    };
}
`;
}

const generated = {
    'labels/CustomLabels.labels-meta.xml': customLabels(),
    'translations/de.translation-meta.xml': german(),
    'lwc/labels/labels.js': labelModule(),
    'classes/ThroughlineDocuments.cls': apexIds()
};

const problems = [];
for (const [name, text] of Object.entries(generated)) {
    const file = path.join(source, name);
    if (!process.argv.includes('--check')) {
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, text);
    } else if (!fs.existsSync(file) || read(file) !== text) {
        problems.push({ file, message: 'is not what it is made from: npm run generate' });
    }
}
report('generated files', Object.keys(generated).length, problems);
