import { LightningElement } from 'lwc';

/** What waits for somebody, then how all orders are. */
export default class Start extends LightningElement {}
