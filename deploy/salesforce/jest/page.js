// How a test puts a component on a page, and waits until it is drawn.
import { createElement } from 'lwc';

export function show(tag, is, properties = {}) {
    const element = Object.assign(createElement(tag, { is }), properties);
    document.body.appendChild(element);
    return element;
}

export function clear() {
    document.body.replaceChildren();
    jest.clearAllMocks();
}

/** Until what was set going has been drawn. */
export async function drawn() {
    for (let turn = 0; turn < 5; turn++) {
        // eslint-disable-next-line no-await-in-loop
        await Promise.resolve();
    }
}

export const find = (element, selector) => element.shadowRoot.querySelector(selector);
export const findAll = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];
/** The control of that name. */
export const named = (element, name) =>
    findAll(element, 'lightning-button, lightning-input, lightning-combobox').find(
        (control) => control.name === name
    );
export const textOf = (element) => element.shadowRoot.textContent.replace(/\s+/g, ' ').trim();

/** What the service answers. */
export const answer = (content, refusals = []) => ({ content, refusals });
export const money = (amount, currency = 'USD') => ({ amount, currency });
