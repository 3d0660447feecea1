import { LightningElement, wire } from 'lwc';
import ask from '@salesforce/apex/ThroughlineQuestions.ask';

/** What no component may do, so that the test of it can be seen to fail: its second question waits for the first. */
export default class AsksTwice extends LightningElement {
    asked;

    @wire(ask, { question: 'OrderTimeline', variables: '{"id":"SO-1"}', recordId: null })
    take({ data }) {
        this.asked = data ? '{"id":"C-1"}' : undefined;
    }

    @wire(ask, { question: 'CustomerPanel', variables: '$asked', recordId: null })
    customer;
}
