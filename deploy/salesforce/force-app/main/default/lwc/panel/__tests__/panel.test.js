import Panel from 'c/panel';
import { clear, drawn, find, show, textOf } from 'jest/page';

describe('c-panel', () => {
    afterEach(clear);

    it('says that it is loading, and nothing else', async () => {
        const panel = show('c-panel', Panel, { loading: true });
        await drawn();
        expect(find(panel, 'lightning-spinner').alternativeText).toBeTruthy();
        expect(find(panel, '[aria-busy]').getAttribute('aria-busy')).toBe('true');
        expect(find(panel, 'slot:not([name])')).toBeNull();
    });

    it('says what went wrong, and offers to try again', async () => {
        const refresh = jest.fn();
        const panel = show('c-panel', Panel, { error: 'The platform does not answer.' });
        panel.addEventListener('refresh', refresh);
        await drawn();
        expect(find(panel, '[role=alert]').textContent).toContain('does not answer');
        find(panel, 'lightning-button').click();
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('says why it is empty', async () => {
        const panel = show('c-panel', Panel, { nothing: 'Nothing waits.' });
        await drawn();
        expect(textOf(panel)).toContain('Nothing waits.');
    });

    it('shows its content once there is some', async () => {
        const panel = show('c-panel', Panel, { heading: 'Orders' });
        await drawn();
        expect(find(panel, 'slot:not([name])')).not.toBeNull();
        expect(find(panel, 'lightning-card').title).toBe('Orders');
    });
});
