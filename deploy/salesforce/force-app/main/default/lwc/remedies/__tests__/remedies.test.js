import applyRemedy from '@salesforce/apex/ThroughlineCommands.applyRemedy';
import Remedies from 'c/remedies';
import { clear, drawn, find, findAll, show, textOf } from 'jest/page';

jest.mock('@salesforce/apex/ThroughlineCommands.applyRemedy', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/Throughline_Finance', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/customPermission/Throughline_Sales', () => ({ default: undefined }), { virtual: true });
jest.mock('@salesforce/customPermission/Throughline_Operations', () => ({ default: undefined }), { virtual: true });

const RELEASE = { name: 'release-credit', parameters: [], roles: ['finance'] };
const TAX = { name: 'correct-tax-region', parameters: ['taxRegion'], roles: ['finance'] };
const CANCEL = { name: 'cancel-order', parameters: [], roles: ['sales', 'operations'] };

const shown = (remedies) => show('c-remedies', Remedies, { exceptionId: 'SO-1-E1', remedies });
const press = (element, label) =>
    findAll(element, 'lightning-button')
        .find((button) => button.label === label)
        .click();

describe('c-remedies', () => {
    afterEach(clear);

    it('offers what the reader may do, and says who may do the rest', async () => {
        const remedies = shown([RELEASE, CANCEL]);
        await drawn();
        expect(findAll(remedies, 'lightning-button').map((each) => each.label)).toEqual(['c.Throughline_Remedy_RELEASE_CREDIT']);
        expect(textOf(remedies)).toMatch(/c.Throughline_Who_Can/);
    });

    it('asks before it acts, then sends the remedy under a key', async () => {
        applyRemedy.mockResolvedValue({});
        const mended = jest.fn();
        const remedies = shown([RELEASE]);
        remedies.addEventListener('mended', mended);
        await drawn();
        press(remedies, 'c.Throughline_Remedy_RELEASE_CREDIT');
        await drawn();
        expect(applyRemedy).not.toHaveBeenCalled();
        find(remedies, '.apply').click();
        await drawn();
        expect(applyRemedy.mock.calls[0][0]).toMatchObject({
            exceptionId: 'SO-1-E1',
            remedy: 'release-credit',
            parameters: '{}'
        });
        expect(applyRemedy.mock.calls[0][0].key).toMatch(/^SO-1-E1:release-credit:/);
        expect(mended.mock.calls[0][0].detail).toBe('SO-1-E1');
    });

    it('sends it again under the same key where the answer was lost', async () => {
        applyRemedy.mockRejectedValueOnce({ body: { message: 'No answer.' } }).mockResolvedValue({});
        const remedies = shown([RELEASE]);
        await drawn();
        press(remedies, 'c.Throughline_Remedy_RELEASE_CREDIT');
        await drawn();
        find(remedies, '.apply').click();
        await drawn();
        expect(find(remedies, '[role=alert]').textContent).toBe('No answer.');
        find(remedies, '.apply').click();
        await drawn();
        const [[first], [second]] = applyRemedy.mock.calls;
        expect(second.key).toBe(first.key);
        expect(find(remedies, '.apply')).toBeNull();
    });

    it('asks for what the remedy needs', async () => {
        const remedies = shown([TAX]);
        await drawn();
        press(remedies, 'c.Throughline_Remedy_CORRECT_TAX_REGION');
        await drawn();
        const input = find(remedies, '[data-parameter=taxRegion]');
        input.reportValidity = () => false;
        find(remedies, '.apply').click();
        expect(applyRemedy).not.toHaveBeenCalled();
        input.reportValidity = () => true;
        input.value = 'EXPORT';
        applyRemedy.mockResolvedValue({});
        find(remedies, '.apply').click();
        await drawn();
        expect(JSON.parse(applyRemedy.mock.calls[0][0].parameters)).toEqual({ taxRegion: 'EXPORT' });
    });

    it('lets go without doing anything', async () => {
        const remedies = shown([RELEASE]);
        await drawn();
        press(remedies, 'c.Throughline_Remedy_RELEASE_CREDIT');
        await drawn();
        press(remedies, 'c.Throughline_Not_Now');
        await drawn();
        expect(find(remedies, '.apply')).toBeNull();
        expect(applyRemedy).not.toHaveBeenCalled();
    });
});
