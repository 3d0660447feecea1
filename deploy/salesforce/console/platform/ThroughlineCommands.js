// As the Apex class of that name.
import { command } from './server.js';

const at = (path) => encodeURIComponent(path);

export const applyRemedy = ({ exceptionId, remedy, parameters, key }) =>
    command(
        'POST',
        `/api/v1/exceptions/${at(exceptionId)}/remedies/${at(remedy)}`,
        { parameters: JSON.parse(parameters) },
        key
    );

export const applyToMany = ({ remedy, cause, orderIds, parameters, key }) =>
    command(
        'POST',
        '/api/v1/operations/remedies',
        { remedy, cause: cause ?? undefined, orders: orderIds, parameters: JSON.parse(parameters) },
        key
    );

export const bulkProgress = ({ bulkId }) =>
    command('GET', `/api/v1/operations/remedies/${at(bulkId)}`);

export const submitOrder = ({ order, key }) =>
    command('POST', '/api/v1/orders', JSON.parse(order), key);

export const holdOrder = ({ orderId, reason, key }) =>
    command('POST', `/api/v1/orders/${at(orderId)}/hold`, { reason }, key);

export const releaseOrder = ({ orderId, reason, key }) =>
    command('POST', `/api/v1/orders/${at(orderId)}/release`, { reason }, key);

export const cancelOrder = ({ orderId, reason, key }) =>
    command('POST', `/api/v1/orders/${at(orderId)}/cancellation`, { reason }, key);
