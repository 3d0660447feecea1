import { LightningElement, api } from 'lwc';

const share = (value, of) => (Number(of) > 0 ? Math.min(100, (100 * Number(value)) / Number(of)) : 0);

/** A number as a length beside the most that it may be; part of it may be bad. */
export default class Bar extends LightningElement {
    @api value = 0;
    @api of = 100;
    @api bad = 0;
    /** What a screen reader says. */
    @api label;

    get width() {
        return share(this.value, this.of);
    }

    get badWidth() {
        return share(this.bad, this.of);
    }
}
