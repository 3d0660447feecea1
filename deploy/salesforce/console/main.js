// Signs in, then starts the components: what somebody may do is known before they are loaded, as in an org.
import { allowOwnStyles } from './styles.js';
import { pick } from './language.js';
import { SignIn } from './session.js';

function tell(text) {
    const note = document.createElement('p');
    note.className = 'console-note';
    note.setAttribute('role', 'alert');
    note.textContent = text;
    document.getElementById('app').replaceChildren(note);
}

async function start() {
    allowOwnStyles();
    const answer = await fetch('/console/settings.json');
    if (!answer.ok) {
        throw new Error(`The server answers ${answer.status} where the console's settings should be.`);
    }
    const session = await SignIn.with(await answer.json());
    if (!session) {
        return; // on the way to the provider
    }
    globalThis.throughline = session;
    await import('./app.js');
}

const SORRY = pick(['The console could not start; load the page again.', 'Die Konsole konnte nicht starten; laden Sie die Seite neu.']);
start().catch((error) => tell(`${SORRY} (${error.message})`));
