// What an org does with an imported Apex method: a function, and an adapter for @wire that asks anew when its
// parameters change. refreshApex asks again.
const askAgain = new WeakMap();

export function apexMethod(call) {
    function Method(given) {
        if (!new.target) {
            return call(given ?? {});
        }
        const emit = given;
        let parameters;
        let connected = false;
        let latest = 0;
        const askNow = async () => {
            if (!connected || !parameters || Object.values(parameters).includes(undefined)) {
                return;
            }
            const mine = ++latest;
            let answered;
            try {
                answered = { data: Object.freeze(await call(parameters)), error: undefined };
            } catch (error) {
                answered = { data: undefined, error };
            }
            if (connected && mine === latest) {
                askAgain.set(answered, askNow);
                emit(answered);
            }
        };
        this.connect = () => {
            connected = true;
            askNow();
        };
        this.update = (changed) => {
            parameters = changed;
            askNow();
        };
        this.disconnect = () => {
            connected = false;
        };
        emit({ data: undefined, error: undefined });
        return this;
    }
    return Method;
}

export const refreshApex = (answered) => askAgain.get(answered)?.() ?? Promise.resolve();
