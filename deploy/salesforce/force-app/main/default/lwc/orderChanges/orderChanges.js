import { onError, subscribe, unsubscribe } from 'lightning/empApi';

/**
 * Tells when an order changes. In an org the news comes as the platform event Order_Status__e; the console has a module
 * of the same name that subscribes to the platform.
 */
const CHANGES = '/event/Order_Status__e';
const ONLY_NEW = -1;

/**
 * Calls back each time that the order changes; of any order where orderId is null.
 *
 * @returns {Promise<() => void>} stops it
 */
export async function watchOrder(orderId, changed) {
    const subscription = await subscribe(CHANGES, ONLY_NEW, (message) => {
        const number = message?.data?.payload?.Order_Number__c;
        if (orderId === null || number?.toUpperCase() === orderId.toUpperCase()) {
            changed();
        }
    });
    return () => unsubscribe(subscription, () => {});
}

/** Calls back where the news cannot come any more, so that the page can say that it is not live. */
export const whenSilent = (silent) => onError(silent);
