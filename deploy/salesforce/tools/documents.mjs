// Validates the trusted documents, and whatever GraphQL stands in Apex, against the platform's schema; and that each cause
// that the schema knows has a label.
import path from 'node:path';
import { ApexParserFactory } from '@apexdevtools/apex-parser';
import { buildSchema, parse, validate } from 'graphql';
import { filesIn, home, read, report, schemaFolder, source } from './places.mjs';
import { trustedDocuments } from './trusted.mjs';

const schema = buildSchema(filesIn(schemaFolder, '.graphqls').map(read).join('\n'));
const trusted = trustedDocuments();
const problems = [];

for (const { file, text } of trusted.values()) {
    const document = parse(text);
    if (document.definitions.filter((each) => each.kind === 'OperationDefinition').length !== 1) {
        problems.push({ file, message: 'a document holds one operation' });
    }
    for (const error of validate(schema, document)) {
        problems.push({ file, message: error.message });
    }
}

/** The texts in quotes of an Apex class. */
function literalsOf(file) {
    const literals = [];
    const walk = (node) => {
        const text = node.symbol ? node.getText() : '';
        if (/^'.*'$/s.test(text)) {
            literals.push(text.slice(1, -1));
        }
        (node.children ?? []).forEach(walk);
    };
    walk(ApexParserFactory.createParser(read(file)).compilationUnit());
    return literals;
}

// an org may send nothing but trusted documents, so that GraphQL in Apex is a mistake
for (const file of filesIn(path.join(source, 'classes'), '.cls')) {
    for (const literal of literalsOf(file)) {
        if (/^\s*(query|mutation|subscription)\b.*\{/s.test(literal)) {
            problems.push({ file, message: `GraphQL that is no trusted document: ${literal}` });
        }
    }
}

const labelled = path.join(home, 'labels.json');
const labels = JSON.parse(read(labelled));
for (const { name } of schema.getType('Cause').getValues()) {
    if (!labels[`Cause_${name}`]) {
        problems.push({ file: labelled, message: `no label for the cause ${name}` });
    }
}

report('GraphQL documents', trusted.size, problems);
