import lwc from '@salesforce/eslint-config-lwc/recommended.js';

const node = { process: true, console: true, URL: true, fetch: true, setTimeout: true, Buffer: true };
const browser = { document: true, location: true, navigator: true, history: true, addEventListener: true };
const jest = { jest: true, describe: true, it: true, expect: true, beforeEach: true, afterEach: true, require: true };

export default [
    { ignores: ['target/**', 'node_modules/**'] },
    ...lwc.map((each) => ({ ...each, files: ['**/*.js', '**/*.mjs'] })),
    {
        files: ['**/__tests__/**', 'jest/**'],
        languageOptions: { globals: jest },
        rules: { '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off' }
    },
    { files: ['**/*.js', '**/*.mjs'], rules: { 'no-confusing-arrow': 'off' } },
    {
        // not components: these run in Node, or around the components
        files: ['tools/**', 'browser/**', 'bench/**', 'console/**', '*.mjs', '*.cjs'],
        languageOptions: { globals: { ...node, ...browser, ...jest } },
        rules: {
            '@lwc/lwc/no-async-operation': 'off',
            '@lwc/lwc/no-document-query': 'off',
            '@lwc/lwc/no-restricted-browser-globals-during-ssr': 'off',
            'no-console': 'off',
            'no-await-in-loop': 'off',
            'no-restricted-globals': 'off'
        }
    }
];
