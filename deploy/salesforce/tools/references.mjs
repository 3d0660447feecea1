// What one file of the package names must be there: questions, Apex methods, labels, callouts, permissions, objects,
// components on pages, principals.
import fs from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { filesIn, home, read, report, source } from './places.mjs';
import { trustedDocuments } from './trusted.mjs';

const problems = [];
const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false });
const files = filesIn(source, '').filter((file) => fs.statSync(file).isFile());
const fullNames = (folder, ending) =>
    fs.existsSync(path.join(source, folder))
        ? new Set(filesIn(path.join(source, folder), ending).map((file) => path.basename(file, ending)))
        : new Set();

const classes = fullNames('classes', '.cls');
const permissions = fullNames('customPermissions', '.customPermission-meta.xml');
const credentials = fullNames('namedCredentials', '.namedCredential-meta.xml');
const external = fullNames('externalCredentials', '.externalCredential-meta.xml');
const providers = fullNames('authproviders', '.authprovider-meta.xml');
const channels = fullNames('messageChannels', '.messageChannel-meta.xml');
const components = new Set(fs.readdirSync(path.join(source, 'lwc')));
const labels = JSON.parse(read(path.join(home, 'labels.json')));
const questions = trustedDocuments();

const fields = new Set(
    filesIn(path.join(source, 'objects'), '.field-meta.xml').map((file) => {
        const [object, , name] = path.relative(path.join(source, 'objects'), file).split(path.sep);
        return `${object}.${name.replace('.field-meta.xml', '')}`;
    })
);
const objects = fullNames('objects', '.object-meta.xml');
const required = new Set(
    filesIn(path.join(source, 'objects'), '.field-meta.xml')
        .filter((file) => parser.parse(read(file)).CustomField.required === 'true')
        .map((file) => {
            const [object, , name] = path.relative(path.join(source, 'objects'), file).split(path.sep);
            return `${object}.${name.replace('.field-meta.xml', '')}`;
        })
);

function check(file, holds, message) {
    if (!holds) {
        problems.push({ file, message });
    }
}

const each = (file, pattern, isThere, message) => {
    for (const [, name, more] of read(file).matchAll(pattern)) {
        check(file, isThere(name, more), `${message}: ${name}${more ? '.' + more : ''}`);
    }
};

const isAuraEnabled = (type, method) =>
    classes.has(type) &&
    new RegExp(`@AuraEnabled[^;{]*\\b${method}\\s*\\(`).test(
        read(path.join(source, 'classes', `${type}.cls`))
    );

for (const file of files.filter((name) => name.endsWith('.js'))) {
    each(file, /@salesforce\/apex\/(\w+)\.(\w+)/g, isAuraEnabled, 'no such @AuraEnabled method');
    each(file, /@salesforce\/label\/c\.Throughline_(\w+)/g, (name) => name in labels, 'no such label');
    each(file, /\blabels\.([A-Z]\w*)/g, (name) => name in labels, 'no such label');
    each(file, /question: '([^']+)'/g, (name) => questions.has(name), 'no such question');
    each(file, /customPermission\/(\w+)/g, (name) => permissions.has(name), 'no such permission');
    each(file, /messageChannel\/(\w+)__c/g, (name) => channels.has(name), 'no such channel');
    each(file, /from 'c\/(\w+)'/g, (name) => components.has(name), 'no such module');
}
for (const file of files.filter((name) => name.endsWith('.html'))) {
    each(file, /\blabels\.(\w+)/g, (name) => name in labels, 'no such label');
    each(
        file,
        /<c-([a-z0-9-]+)/g,
        (name) => components.has(name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())),
        'no such component'
    );
}
for (const file of files.filter((name) => /\.(cls|trigger)$/.test(name))) {
    each(file, /callout:(\w+)/g, (name) => credentials.has(name), 'no such named credential');
}

for (const file of filesIn(path.join(source, 'permissionsets'), '-meta.xml')) {
    const set = parser.parse(read(file)).PermissionSet;
    const all = (name) => [set[name] ?? []].flat();
    all('classAccesses').forEach(({ apexClass }) =>
        check(file, classes.has(apexClass), `no such class: ${apexClass}`)
    );
    all('customPermissions').forEach(({ name }) =>
        check(file, permissions.has(name), `no such permission: ${name}`)
    );
    all('objectPermissions').forEach(({ object }) =>
        check(file, objects.has(object) || object === 'Account', `no such object: ${object}`)
    );
    all('fieldPermissions').forEach(({ field }) => {
        check(file, fields.has(field), `no such field: ${field}`);
        check(file, !required.has(field), `a required field takes no permission: ${field}`);
    });
    all('externalCredentialPrincipalAccesses').forEach(({ externalCredentialPrincipal: name }) =>
        check(file, isPrincipal(name), `no such principal: ${name}`)
    );
}

function isPrincipal(name) {
    const [credential, principal] = name.split('-');
    if (!external.has(credential)) {
        return false;
    }
    const text = read(
        path.join(source, 'externalCredentials', `${credential}.externalCredential-meta.xml`)
    );
    return text.includes(`<parameterName>${principal}</parameterName>`);
}

for (const file of filesIn(path.join(source, 'namedCredentials'), '-meta.xml')) {
    each(file, /<externalCredential>(\w+)</g, (name) => external.has(name), 'no such credential');
}
for (const file of filesIn(path.join(source, 'externalCredentials'), '-meta.xml')) {
    each(file, /<authProvider>(\w+)</g, (name) => providers.has(name), 'no such provider');
}
for (const file of files.filter((name) => name.endsWith('.flexipage-meta.xml'))) {
    each(file, /<componentName>(\w+)<\/componentName>/g, isOnPages, 'no such component');
}

function isOnPages(name) {
    return components.has(name);
}

// whoever may use a component may call what it calls
for (const name of classes) {
    const isPublic = read(path.join(source, 'classes', `${name}.cls`)).match(/@(AuraEnabled|InvocableMethod)/);
    const sets = filesIn(path.join(source, 'permissionsets'), '-meta.xml').map(read).join();
    const file = path.join(source, 'classes', `${name}.cls`);
    check(file, !isPublic || sets.includes(`<apexClass>${name}<`), 'no permission set lets anybody call it');
    check(file, fs.existsSync(`${file}-meta.xml`), 'has no -meta.xml');
}

// a label that nothing says is a mistake, too
const said = files
    .filter((name) => /\.(js|html)$/.test(name) && !name.includes(`${path.sep}labels${path.sep}`))
    .map(read)
    .join()
    .concat(...filesIn(path.join(home, 'console'), '.js').map(read), ...filesIn(path.join(home, 'console'), '.html').map(read));
for (const name of Object.keys(labels)) {
    const isSaid = said.includes(`labels.${name}`) || /^(State|Milestone|Cause|Because|Bill|Event|Every|Field|Found|Owner|Parameter|Policy|Problem|Remedy|Replay|RemedyHelp|Return|Shipment|Step|Subscription|Value)_/.test(name) || /^(Sales|Finance|Logistics|Integration|Operations|Analyst|Partner)$/.test(name);
    check(path.join(home, 'labels.json'), isSaid, `nothing says ${name}`);
}

report('cross-references', files.length, problems);
