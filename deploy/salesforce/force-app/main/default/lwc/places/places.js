/** Where an order and a customer are shown: page references for lightning/navigation. */

export const orderPlace = (orderId) => ({
    type: 'standard__component',
    attributes: { componentName: 'c__orderPage' },
    state: { c__orderId: orderId }
});

export const customerPlace = (customerId) => ({
    type: 'standard__search',
    attributes: { term: customerId },
    state: { term: customerId }
});
