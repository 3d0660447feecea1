const mockLanguage = { index: 0 };

jest.mock('c/labels', () => {
    const texts = JSON.parse(require('node:fs').readFileSync('labels.json', 'utf8'));
    return { labels: new Proxy({}, { get: (_, name) => texts[name]?.[mockLanguage.index] }) };
});

const { messageOf } = require('c/answers');

const REFUSED = { body: { message: '[order-ended] SO-1 is completed.' } };

describe('what failed', () => {
    it('is said in the words of the platform to those who read them', () => {
        mockLanguage.index = 0;
        expect(messageOf(REFUSED)).toBe('SO-1 is completed.');
    });

    it('is said in the words of its kind to others, with those of the platform besides', () => {
        mockLanguage.index = 1;
        expect(messageOf(REFUSED)).toBe('Der Auftrag ist abgeschlossen oder storniert. (SO-1 is completed.)');
        expect(messageOf({ body: [REFUSED.body, { message: 'No field.' }] })).toMatch(/^Der Auftrag .* No field\.$/);
    });

    it('is said as it is where it has no kind, or one that is new', () => {
        expect(messageOf({ message: 'Script-thrown exception' })).toBe('Script-thrown exception');
        expect(messageOf({ body: { message: '[danced] It danced.' } })).toBe('It danced.');
        expect(messageOf(undefined)).toBeUndefined();
    });
});
