import { OrderWatch } from 'c/orderWatch';
import { watchOrder } from 'c/orderChanges';

jest.mock('c/orderChanges', () => ({ watchOrder: jest.fn() }));

describe('a watch', () => {
    const ends = [];

    beforeEach(() => {
        ends.length = 0;
        watchOrder.mockReset().mockImplementation(async () => {
            const end = jest.fn();
            ends.push(end);
            return end;
        });
    });

    it('begins once for an order, however often it is named, and for none where there is none', async () => {
        const watch = new OrderWatch(() => {});
        await watch.of(undefined);
        await watch.of('SO-1');
        await watch.of('SO-1');
        expect(watchOrder.mock.calls.map(([orderId]) => orderId)).toEqual(['SO-1']);
    });

    it('leaves the order before', async () => {
        const watch = new OrderWatch(() => {});
        await watch.of('SO-1');
        await watch.of('SO-2');
        expect(ends[0]).toHaveBeenCalledTimes(1);
        expect(ends[1]).not.toHaveBeenCalled();
        watch.stop();
        expect(ends[1]).toHaveBeenCalledTimes(1);
    });

    it('ends what had not begun yet when whoever looked left', async () => {
        const watch = new OrderWatch(() => {});
        const begun = watch.of('SO-1');
        watch.stop();
        await begun;
        expect(ends[0]).toHaveBeenCalledTimes(1);
        expect(watch.isUnderWay).toBe(false);
    });

    it('begins anew for whoever comes back', async () => {
        const watch = new OrderWatch(() => {});
        await watch.ofAll();
        watch.stop();
        await watch.ofAll();
        expect(watchOrder).toHaveBeenCalledTimes(2);
        expect(ends[1]).not.toHaveBeenCalled();
    });
});
