// Bundles the package's components, as they are, with the open-source component engine and base components into
// target/classes/console, which the query side serves. What only an org has stands in console/platform.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import lwc from '@lwc/rollup-plugin';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import { filesIn, home, read, source } from '../tools/places.mjs';
import { trustedDocuments } from '../tools/trusted.mjs';

const here = path.join(home, 'console');
const target = path.join(home, 'target/classes/console');
const platform = path.join(here, 'platform');
const labels = JSON.parse(read(path.join(home, 'labels.json')));

/** Of these the console has its own, for the same need. */
const OWN = ['orderChanges'];
const LIGHTNING = ['platformShowToastEvent', 'navigation', 'messageService'];

const LABEL = '@salesforce/label/';
/** Words of the base components that readers see; an org has them in its users' languages. */
const BASE_WORDS = { 'LightningProgressIndicator.pathCurrentStage': ['Stage: {0}', 'Stand: {0}'] };

const modules = fs
    .readdirSync(path.join(source, 'lwc'))
    .filter((name) => fs.existsSync(path.join(source, 'lwc', name, `${name}.js`)))
    .filter((name) => !OWN.includes(name))
    .map((name) => ({ name: `c/${name}`, path: path.join(source, 'lwc', name, `${name}.js`) }));

/** What an org supplies when a component imports @salesforce/…, here at build time. */
function provided(kind, rest) {
    switch (kind) {
        case 'apex': {
            if (!rest) {
                return `export { refreshApex } from '${platform}/apex.js';`;
            }
            const [type, method] = rest.split('.');
            return `import { apexMethod } from '${platform}/apex.js';
import { ${method} } from '${platform}/${type}.js';
export default apexMethod(${method});`;
        }
        case 'label': {
            const texts = BASE_WORDS[rest] ?? labels[rest.replace('c.Throughline_', '')];
            if (!texts) {
                throw new Error(`There is no label ${rest}.`);
            }
            return `import { pick } from '${here}/language.js';
export default pick(${JSON.stringify(texts)});`;
        }
        case 'customPermission':
            return `export default globalThis.throughline.roles.includes('${rest
                .replace('Throughline_', '')
                .toLowerCase()}');`;
        case 'gate': // needs what the shadow that Lightning uses has not
            return 'export default { isOpen: () => false };';
        case 'user':
            return `export default globalThis.throughline.name;`;
        case 'i18n':
            return `export default ${rest === 'locale' ? 'navigator.language' : "'USD'"};`;
        case 'messageChannel':
            return `export default '${rest}';`;
        default:
            throw new Error(`The console does not know @salesforce/${kind}/${rest}.`);
    }
}

const org = {
    name: 'org',
    resolveId(id) {
        if (id.startsWith(LABEL) && id.slice(LABEL.length) in BASE_WORDS) {
            return '\0org:' + id;
        }
        if (/^@salesforce\/(apex$|apex\/|label\/c\.|customPermission\/|messageChannel\/|user\/Id$|i18n\/locale$|gate\/bc\.260\.enableComboboxElementInternals$)/.test(id)) {
            return '\0org:' + id;
        }
        if (id === 'throughline:documents') {
            return '\0' + id;
        }
        const [namespace, name] = id.split('/');
        if (namespace === 'lightning' && LIGHTNING.includes(name)) {
            return path.join(platform, `${name}.js`);
        }
        return namespace === 'c' && OWN.includes(name) ? path.join(platform, `${name}.js`) : null;
    },
    load(id) {
        if (id === '\0throughline:documents') {
            // as a request's own fields: the server has the texts, as it has them for an org
            const requests = [...trustedDocuments()].map(([name, { id: documentId }]) => [name, { documentId }]);
            return `export default ${JSON.stringify(Object.fromEntries(requests))};`;
        }
        if (!id.startsWith('\0org:')) {
            return null;
        }
        const [, kind, rest] = id.slice('\0org:'.length).match(/^@salesforce\/([^/]+)(?:\/(.*))?$/);
        return provided(kind, rest);
    }
};

/** Of some 4,000 icons those that something names; of those for languages from right to left, which we have not, none. */
const base = path.join(home, 'node_modules/lightning-base-components/src/lightning');
const named = new Set(
    [...filesIn(base, '.js'), ...filesIn(base, '.html'), ...filesIn(source, '.html'), ...filesIn(source, '.js'), ...filesIn(here, '.html')]
        .filter((file) => !file.includes('iconSvgTemplates'))
        .flatMap((file) => [...read(file).matchAll(/\b(?:utility|standard|action|doctype|custom):(\w+)/g)])
        .map(([name]) => name.replace(':', '_'))
);
const icons = {
    name: 'icons',
    load(id) {
        if (!/iconSvgTemplates\w*\/buildTemplates\/templates\.js$/.test(id)) {
            return null;
        }
        const kept = [...read(id).matchAll(/^import \{ default as (\w+) \} from '.*';$/gm)].filter(
            ([, name]) => !id.includes('Rtl/') && named.has(name)
        );
        return `${kept.map(([line]) => line).join('\n')}
export default { ${kept.map(([, name]) => name).join(', ')} };`;
    }
};

const files = {
    name: 'files',
    buildStart() {
        fs.rmSync(target, { recursive: true, force: true });
    },
    writeBundle(_, bundle) {
        const entry = Object.values(bundle).find(({ isEntry }) => isEntry).fileName;
        const slds = 'node_modules/@salesforce-ux/design-system/assets/styles/salesforce-lightning-design-system.min.css';
        const names = {
            'main.js': entry,
            'console.css': copied(path.join(here, 'console.css')),
            'throughline.svg': copied(path.join(here, 'throughline.svg')),
            'slds.css': copied(path.join(home, slds))
        };
        const page = read(path.join(here, 'index.html')).replace(/\/console\/([\w.]+)/g, (_whole, name) => {
            if (!names[name]) {
                throw new Error(`The page names ${name}, which the bundle has not.`);
            }
            return `/console/${names[name]}`;
        });
        fs.writeFileSync(path.join(target, 'index.html'), page);
    }
};

/** Under a name that says what it holds, so that browsers may keep it for good. */
function copied(file) {
    const hash = createHash('sha256').update(fs.readFileSync(file)).digest('hex').slice(0, 8);
    const { name, ext } = path.parse(file);
    const place = `assets/${name}-${hash}${ext}`;
    fs.copyFileSync(file, path.join(target, place));
    return place;
}

export default {
    input: { main: path.join(here, 'main.js') },
    output: {
        dir: target,
        format: 'esm',
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js'
    },
    onwarn(warning, warn) {
        if (warning.code === 'UNRESOLVED_IMPORT') {
            throw new Error(warning.message);
        }
        // the base components' own, of which nothing can be done here
        if (!/CIRCULAR_DEPENDENCY|THIS_IS_UNDEFINED/.test(warning.code) && !/LWC1/.test(warning.pluginCode ?? '')) {
            warn(warning);
        }
    },
    plugins: [
        org,
        icons,
        lwc({
            rootDir: path.join(here, 'modules'),
            exclude: [`${platform}/**`, `${here}/*.js`, '\0*', '**/oidc-client-ts/**', '**/graphql-sse/**'],
            enableDynamicComponents: true,
            modules: [
                ...modules,
                { dir: path.join(here, 'modules') },
                { npm: 'lightning-base-components' }
            ]
        }),
        nodeResolve({ browser: true }),
        replace({
            preventAssignment: true,
            values: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.SSR': 'false' }
        }),
        process.env.CONSOLE_READABLE ? null : terser({ maxWorkers: 2 }),
        files
    ]
};

