// What browsers have and jsdom has not.
const { webcrypto } = require('node:crypto');

Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
