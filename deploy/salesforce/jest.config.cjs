const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

module.exports = {
    ...jestConfig,
    roots: ['<rootDir>/force-app', '<rootDir>/jest'],
    moduleNameMapper: { ...jestConfig.moduleNameMapper, '^jest/(.*)$': '<rootDir>/jest/$1' },
    modulePathIgnorePatterns: ['<rootDir>/target'],
    setupFiles: ['<rootDir>/jest/browser.js']
};
