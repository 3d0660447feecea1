import { LightningElement, api } from 'lwc';

const WIDTH = 600;
const HEIGHT = 80;
const MARGIN = 4;

/** Numbers over time as a line, the latest at the right; the highest one is said. */
export default class Plot extends LightningElement {
    @api series = [];
    @api label;
    @api unit = '';

    get highest() {
        return Math.max(0, ...this.series);
    }

    get caption() {
        const latest = this.series.at(-1) ?? 0;
        return `${this.label}: ${Math.round(latest)} ${this.unit} (max. ${Math.round(this.highest)} ${this.unit})`;
    }

    get points() {
        const step = WIDTH / Math.max(1, this.series.length - 1);
        const scale = (HEIGHT - 2 * MARGIN) / Math.max(1, this.highest);
        return this.series
            .map((value, index) => `${index * step},${HEIGHT - MARGIN - value * scale}`)
            .join(' ');
    }
}
