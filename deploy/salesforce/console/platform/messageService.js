// Lightning Message Service within one page.
const subscribers = new Map();

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

export class MessageContext {
    constructor(emit) {
        emit({});
    }
    connect() {}
    update() {}
    disconnect() {}
}

export function subscribe(context, channel, listener) {
    const listeners = subscribers.get(channel) ?? new Set();
    subscribers.set(channel, listeners.add(listener));
    return { channel, listener };
}

export function unsubscribe({ channel, listener }) {
    subscribers.get(channel)?.delete(listener);
}

export function publish(context, channel, message) {
    subscribers.get(channel)?.forEach((listener) => listener(message));
}
