import OrderPage from 'c/orderPage';
import { CurrentPageReference } from 'lightning/navigation';
import { clear, drawn, find, show, textOf } from 'jest/page';

describe('c-order-page', () => {
    afterEach(clear);

    it('shows the order that its address names', async () => {
        const page = show('c-order-page', OrderPage);
        CurrentPageReference.emit({ state: { c__orderId: 'SO-1' } });
        await drawn();
        expect(textOf(page)).toContain('SO-1');
        expect(find(page, 'c-why-stuck').orderId).toBe('SO-1');
        expect(find(page, 'c-order-360').orderId).toBe('SO-1');
    });

    it('shows nothing of the order before under another one\'s number', async () => {
        const page = show('c-order-page', OrderPage, { orderId: 'SO-1' });
        await drawn();
        const before = find(page, 'c-order-360');
        page.orderId = 'SO-2';
        await drawn();
        expect(find(page, 'c-order-360').orderId).toBe('SO-2');
        expect(find(page, 'c-order-360')).not.toBe(before);
        expect(before.isConnected).toBe(false);
    });
});
