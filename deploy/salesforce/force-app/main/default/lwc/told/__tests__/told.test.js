// With the words that readers get, in each language, where components' tests have the labels' names alone.
import fs from 'node:fs';

const mockLanguage = { index: 0 };

jest.mock('c/labels', () => {
    const texts = JSON.parse(require('node:fs').readFileSync('labels.json', 'utf8'));
    return {
        labels: new Proxy({}, { get: (_, name) => texts[name]?.[mockLanguage.index] }),
        say: jest.requireActual('c/labels').say
    };
});
jest.mock('@salesforce/i18n/locale', () => ({ __esModule: true, default: 'de-DE' }), { virtual: true });

const { comparedOf, foundOf, happenedOf, tell, whyOf, wordsOf } = require('c/told');

const valuesOf = (values) => Object.entries(values).map(([name, value]) => ({ name, value }));
const CREDIT = {
    cause: 'CREDIT_LIMIT_EXCEEDED',
    values: valuesOf({ creditLimit: '500', currency: 'USD', exposure: '120.00', order: '912.5' })
};
const plain = (text) => text.replaceAll('\u00a0', ' ');

describe('what is told', () => {
    beforeEach(() => {
        mockLanguage.index = 1;
    });

    it('is a sentence in the language of the reader, with amounts as they are written there', () => {
        expect(plain(foundOf(CREDIT))).toBe(
            'Der Kunde schuldet 120,00 $; mit diesem Auftrag über 912,50 $ liegt das über dem Limit von 500,00 $.'
        );
        mockLanguage.index = 0;
        expect(foundOf(CREDIT)).toMatch(/^The customer owes .* above the limit of/);
    });

    it('is the variant of which everything was stated', () => {
        const price = (values) => foundOf({ cause: 'PRICE_NOT_APPROVED', values: valuesOf(values) });
        expect(price({ productId: 'BOLT', listPrice: '2.50', unitPrice: '2.40' })).toBe(
            'BOLT hat den Listenpreis 2,5, nicht 2,4.'
        );
        expect(plain(price({ productId: 'BOLT', discount: '0.35', highest: '0.30' }))).toBe(
            'Der Rabatt von 35 % auf BOLT ist höher, als der Vertrieb gewähren darf: 30 %.'
        );
        expect(price({ productId: 'BOLT', unitPrice: '2.40' })).toContain('keinen Listenpreis');
    });

    it('says of a count what was asked for and what left, and of how many more products the number differs', () => {
        const counted = (values) =>
            happenedOf({ wireName: 'fulfilment.shipment-miscounted.v1', values: valuesOf({ shipmentId: 'S-1', ...values }) });
        const mugs = { productId: 'MUG', asked: '4', counted: '3' };
        expect(counted(mugs)).toBe('Von MUG gingen 3 in Sendung S-1 hinaus, angefordert waren 4.');
        expect(counted({ ...mugs, more: '2' })).toMatch(/angefordert waren 4; .* weicht die Zahl ab: 2\.$/);
        expect(counted({})).toBe('In Sendung S-1 ging anderes hinaus als angefordert.');
    });

    it('says of goods that came back how many did, and yes or no where nothing else was compared', () => {
        const values = valuesOf({ returnId: 'R-1', announced: '4', found: '3' });
        expect(foundOf({ cause: 'INSPECTION_DIFFERS', values })).toBe('3 kamen zurück, angekündigt waren 4.');
        expect(comparedOf({ values: valuesOf({ booked: 'false' }) })[0]).toMatchObject({ value: 'Nein' });
    });

    it('is the cause alone to whom the values are not shown', () => {
        expect(foundOf({ cause: 'CREDIT_LIMIT_EXCEEDED', values: null })).toBe('Kreditlimit überschritten');
    });

    it('keeps what the other system said in its own words', () => {
        const refused = { cause: 'ERP_REFUSED', values: valuesOf({ answer: 'Invalid tranDate.', code: 'USER_ERROR', field: '' }) };
        expect(foundOf(refused)).toBe('Vom ERP abgelehnt');
        expect(wordsOf(refused)).toBe('Invalid tranDate.');
        expect(comparedOf(refused)).toEqual([{ name: 'code', label: 'Code:', value: 'USER_ERROR' }]);
    });

    it('says why an order waits, of what is under way and of what is parked', () => {
        expect(whyOf({ because: 'CHECK_PAYMENT', values: valuesOf({ shipmentId: 'SO-1-S1' }) })).toBe(
            'Er wartet darauf, dass der Kunde die Rechnung zu Sendung SO-1-S1 bezahlt.'
        );
        expect(whyOf({ because: 'SUBSCRIPTIONS_RUN', values: valuesOf({ day: '2026-05-01' }) })).toContain('01.05.2026');
        expect(whyOf({ because: 'PARKED', exceptions: [{ findings: [CREDIT] }, { cause: 'CARRIER_LOST', findings: [] }] })).toContain(
            'Unterwegs verloren'
        );
    });

    it('tells of an event, and of a new one in the words of the platform', () => {
        expect(
            happenedOf({
                wireName: 'fulfilment.parked.v1',
                values: valuesOf({ queue: 'FINANCE', cause: 'CREDIT_LIMIT_EXCEEDED' })
            })
        ).toBe('Er wartet auf Finanzen: Kreditlimit überschritten.');
        expect(
            happenedOf({ wireName: 'fulfilment.step-requested.v1', values: valuesOf({ step: 'RequestShipment' }) })
        ).toBe('Angestoßen: Ware versenden.');
        expect(
            happenedOf({ wireName: 'fulfilment.shipment-shipped.v1', values: valuesOf({ shipmentId: 'S1' }) })
        ).toBe('Sendung S1 verließ das Lager.');
        expect(happenedOf({ wireName: 'fulfilment.danced.v1', values: [], sentence: 'It danced.' })).toBe('It danced.');
    });

    it('leaves no place open in any sentence', () => {
        const texts = JSON.parse(fs.readFileSync('labels.json', 'utf8'));
        const names = Object.keys(texts).filter((name) => /^(Because|Event|Found)_/.test(name));
        expect(names.length).toBeGreaterThan(150);
        for (const name of names) {
            const places = [...texts[name][1].matchAll(/\{(\w+)\}/g)].map(([, place]) => ({ name: place, value: 'x' }));
            expect(tell(name, places)).not.toMatch(/[{}]|undefined/);
        }
    });
});
