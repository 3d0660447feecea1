import { LightningElement, api } from 'lwc';
import { labels } from 'c/labels';

/** A card that says by itself when it is loading, when reading failed, and when there is nothing to show. */
export default class Panel extends LightningElement {
    @api heading;
    @api icon;
    @api loading = false;
    /** One sentence; the card then offers to try again. */
    @api error;
    /** One sentence in place of the content, where there is none. */
    @api nothing;

    labels = labels;

    get busy() {
        return this.loading ? 'true' : 'false';
    }

    refresh() {
        this.dispatchEvent(new CustomEvent('refresh'));
    }
}
