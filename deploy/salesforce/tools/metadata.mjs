// Holds every *-meta.xml of the package against the types that Salesforce generates from the Metadata API: well formed,
// no unknown element, no unknown value of an enumeration, nothing missing.
import path from 'node:path';
import { createRequire } from 'node:module';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import ts from 'typescript';
import { filesIn, read, report, source } from './places.mjs';

const definitions = createRequire(import.meta.url)
    .resolve('@salesforce/types/metadata')
    .replace(/\.js$/, '.d.ts');
const program = ts.createProgram([definitions], { strict: true });
const checker = program.getTypeChecker();
const types = new Map();
ts.forEachChild(program.getSourceFile(definitions), (node) => {
    if (ts.isTypeAliasDeclaration(node)) {
        types.set(node.name.text, checker.getTypeAtLocation(node.name));
    }
});

const parser = new XMLParser({
    ignoreAttributes: true,
    parseTagValue: false,
    ignoreDeclaration: true
});

export function problemsOf(file) {
    const xml = read(file);
    const form = XMLValidator.validate(xml);
    if (form !== true) {
        return [`line ${form.err.line}: ${form.err.msg}`];
    }
    const document = parser.parse(xml);
    const [root] = Object.keys(document);
    const type = types.get(root);
    if (!type) {
        return [`<${root}> is no metadata type`];
    }
    const problems = [];
    if (!xml.includes('xmlns="http://soap.sforce.com/2006/04/metadata"')) {
        problems.push('the namespace is missing');
    }
    compare(document[root] === '' ? {} : document[root], type, root, problems);
    return problems;
}

function compare(value, declared, at, problems) {
    const nonNull = checker.getNonNullableType(declared);
    const type = checker.isArrayType(nonNull) ? checker.getTypeArguments(nonNull)[0] : nonNull;
    const name = checker.typeToString(type);
    if (type.flags & ts.TypeFlags.String) {
        return;
    }
    if (name === 'boolean') {
        expect(/^(true|false)$/.test(value), `${at}: '${value}' is neither true nor false`, problems);
    } else if (type.flags & ts.TypeFlags.Number) {
        const isNumber = String(value).trim() !== '' && !Number.isNaN(Number(value));
        expect(isNumber, `${at}: '${value}' is no number`, problems);
    } else if (type.isUnion() || type.isStringLiteral()) {
        const allowed = type.isUnion() ? type.types.map((each) => each.value) : [type.value];
        expect(allowed.includes(value), `${at}: '${value}' is none of ${allowed.join(', ')}`, problems);
    } else if (typeof value !== 'object') {
        problems.push(`${at}: a text where ${name} belongs`);
    } else {
        compareElements(value, type, at, problems);
    }
}

function compareElements(value, type, at, problems) {
    for (const [name, child] of Object.entries(value)) {
        const property = type.getProperty(name);
        if (!property) {
            problems.push(`${at}: <${name}> is unknown`);
            continue;
        }
        for (const each of Array.isArray(child) ? child : [child]) {
            compare(each, checker.getTypeOfSymbol(property), `${at}/${name}`, problems);
        }
    }
    for (const property of type.getProperties()) {
        const isNeeded =
            !(property.flags & ts.SymbolFlags.Optional) &&
            !checker.isArrayType(checker.getTypeOfSymbol(property)) &&
            property.name !== 'fullName';
        expect(!isNeeded || property.name in value, `${at}: <${property.name}> is missing`, problems);
    }
}

function expect(holds, message, problems) {
    if (!holds) {
        problems.push(message);
    }
}

const files = filesIn(source, '-meta.xml');
report(
    'metadata',
    files.length,
    files.flatMap((file) => problemsOf(file).map((message) => ({ file: path.resolve(file), message })))
);
