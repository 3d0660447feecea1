/**
 * The component engine adds the components' style sheets as <style> elements, which the page's policy (CSP) takes only
 * with the nonce that the page came with.
 */
export function allowOwnStyles() {
    const { nonce } = document.querySelector('script[nonce]');
    const create = document.createElement;
    document.createElement = function (tag, options) {
        const element = create.call(document, tag, options);
        if (element instanceof HTMLStyleElement) {
            element.nonce = nonce;
        }
        return element;
    };
}
