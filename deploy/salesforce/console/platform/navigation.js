// Page references as places of the console.
const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

function urlOf({ type, attributes, state }) {
    if (type === 'standard__component' && attributes.componentName === 'c__orderPage') {
        return `#/orders/${encodeURIComponent(state.c__orderId)}`;
    }
    if (type === 'standard__search') {
        return `#/customers/${encodeURIComponent(state.term)}`;
    }
    throw new Error(`The console has no place for ${type}.`);
}

export const NavigationMixin = (Base) =>
    class extends Base {
        [Navigate](place) {
            location.hash = urlOf(place);
        }

        [GenerateUrl](place) {
            return Promise.resolve(urlOf(place));
        }
    };
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

/** The console hands its pages what they show; no component asks for the address. */
export class CurrentPageReference {
    constructor(emit) {
        emit(undefined);
    }
    connect() {}
    update() {}
    disconnect() {}
}
