// Registers what a flow may call, from the platform's own description: node tools/external-service.mjs COMMAND_SIDE
// reads its /openapi/3.0 and writes the External Service. With --check it writes nothing, and fails where a flow made from
// what is registered would not be understood any more.
import fs from 'node:fs';
import path from 'node:path';
import { read, report, source } from './places.mjs';

/** What a person decides in a flow; everything else is for other systems. */
const OFFERED = [
    ['/api/v1/orders', 'post'],
    ['/api/v1/orders/checks', 'post'],
    ['/api/v1/orders/{id}', 'patch'],
    ['/api/v1/orders/{id}/cancellation', 'post'],
    ['/api/v1/orders/{id}/hold', 'post'],
    ['/api/v1/orders/{id}/release', 'post']
];

const [address, mode] = process.argv.slice(2);
const answer = await fetch(new URL('/openapi/3.0', address));
if (!answer.ok) {
    throw new Error(`${address} answers ${answer.status} where its OpenAPI should be.`);
}
const all = await answer.json();

/** The schemas that something names, and those that they name. */
function named(value, found = new Set()) {
    for (const [, name] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
        if (!found.has(name)) {
            found.add(name);
            named(all.components.schemas[name], found);
        }
    }
    return found;
}

/** A path of the description, whatever it calls its parameter. */
const sameAs = (wanted) => (given) => given.replace(/\{\w+\}/g, '{id}') === wanted;

const paths = {};
for (const [wanted, method] of OFFERED) {
    const given = Object.keys(all.paths).find(sameAs(wanted));
    if (!given || !all.paths[given][method]) {
        throw new Error(`The platform does not offer ${method} ${wanted} any more.`);
    }
    paths[given] = { ...paths[given], [method]: all.paths[given][method] };
}
const schemas = Object.fromEntries([...named(paths)].sort().map((name) => [name, all.components.schemas[name]]));
const description = {
    openapi: all.openapi,
    info: { title: all.info.title, version: all.info.version },
    paths,
    components: { schemas }
};
const operations = Object.values(paths).flatMap((each) => Object.values(each).map((one) => one.operationId));

const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const text = `<?xml version="1.0" encoding="UTF-8"?>
<ExternalServiceRegistration xmlns="http://soap.sforce.com/2006/04/metadata">
    <description>What a flow may ask of the platform and be answered; made from its OpenAPI 3.0</description>
    <label>Throughline commands</label>
    <namedCredentialReference>Throughline_Commands</namedCredentialReference>
${operations
    .map((name) => `    <operations>\n        <active>true</active>\n        <name>${name}</name>\n    </operations>`)
    .join('\n')}
    <registrationProviderType>Custom</registrationProviderType>
    <schema>${xml(JSON.stringify(description))}</schema>
    <schemaType>OpenApi3</schemaType>
    <schemaUploadFileExtension>json</schemaUploadFileExtension>
    <schemaUploadFileName>throughline-commands</schemaUploadFileName>
    <status>Complete</status>
</ExternalServiceRegistration>
`;

const file = path.join(
    source,
    'externalServiceRegistrations/Throughline_Commands.externalServiceRegistration-meta.xml'
);
const problems = [];
if (mode === '--check') {
    const registered = JSON.parse(
        read(file)
            .match(/<schema>(.*)<\/schema>/s)[1]
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&amp;', '&')
    );
    problems.push(...misunderstood(registered).map((message) => ({ file, message })));
} else {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
}
report('External Service operations', operations.length, problems);

/** What is not offered any more, or must be given now and is not known there. */
function misunderstood(registered) {
    const gone = Object.entries(registered.paths).flatMap(([place, methods]) =>
        Object.keys(methods)
            .filter((method) => !all.paths[place]?.[method])
            .map((method) => `${method} ${place} is not offered any more`)
    );
    const missing = Object.entries(registered.components.schemas).flatMap(([name, schema]) =>
        (all.components.schemas[name]?.required ?? [])
            .filter((property) => !(property in (schema.properties ?? {})))
            .map((property) => `${name} needs ${property}: node tools/external-service.mjs ${address}`)
    );
    return [...gone, ...missing];
}
