import { UserManager, WebStorageStateStore } from 'oidc-client-ts';

/** Whoever has signed in with the OpenID provider: authorization code with PKCE, the token kept for this tab alone. */
export class SignIn {
    #users;
    #user;

    constructor(users, user, settings) {
        this.#users = users;
        this.#user = user;
        this.commandApi = settings.commandApi;
    }

    /** Null while the browser is sent to the provider. */
    static async with(settings) {
        if (!settings.authority) {
            throw new Error('Nobody can sign in: throughline.console.authority is not set.');
        }
        const users = new UserManager({
            authority: new URL(settings.authority, location.origin).toString(),
            client_id: settings.clientId,
            scope: settings.scope,
            redirect_uri: location.origin + '/',
            response_type: 'code',
            automaticSilentRenew: true,
            userStore: new WebStorageStateStore({ store: sessionStorage }),
            stateStore: new WebStorageStateStore({ store: sessionStorage })
        });
        if (new URLSearchParams(location.search).has('state')) {
            const { state } = await users.signinCallback();
            history.replaceState(null, '', '/' + (state?.place ?? ''));
        }
        const user = await users.getUser();
        if (!user || user.expired) {
            await users.signinRedirect({ state: { place: location.hash } });
            return null;
        }
        const session = new SignIn(users, user, settings);
        users.events.addUserLoaded((renewed) => (session.#user = renewed));
        return session;
    }

    get token() {
        return this.#user.access_token;
    }

    get name() {
        return this.#claims.sub;
    }

    get roles() {
        return this.#claims.roles ?? [];
    }

    /** Not checked here: the servers do. It only decides what is offered. */
    get #claims() {
        const body = this.token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
        const bytes = Uint8Array.from(atob(body), (each) => each.charCodeAt(0));
        return JSON.parse(new TextDecoder().decode(bytes));
    }

    /** Signs in again: as somebody else, or because the token is over. */
    async renew() {
        await this.#users.removeUser();
        await this.#users.signinRedirect({ state: { place: location.hash } });
    }
}
