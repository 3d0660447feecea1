import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import { messageOf, variablesOf } from 'c/answers';
import { labels, say } from 'c/labels';
import { OrderWatch } from 'c/orderWatch';
import { comparedOf, foundOf, whyOf, wordsOf } from 'c/told';
import { causeOf, moneyOf, movesOf, roleOf, timeOf } from 'c/words';

/** Why an order does not go on, whose move it is, and what mends it. */
export default class WhyStuck extends LightningElement {
    /** Of the record that the page shows; or else: */
    @api recordId = null;
    @api orderId = null;

    labels = labels;
    stuck;
    error;
    loading = true;
    answered;
    watch = new OrderWatch(() => this.refresh());

    get variables() {
        return variablesOf({ id: this.orderId });
    }

    @wire(ask, { question: 'WhyItWaits', variables: '$variables', recordId: '$recordId' })
    take(answered) {
        this.answered = answered;
        if (answered.data || answered.error) {
            this.stuck = answered.data?.content.whyStuck;
            this.error = messageOf(answered.error);
            this.loading = false;
            this.watch.of(this.stuck?.orderId ?? this.orderId); // one that is not known yet may come
        }
    }

    get nothing() {
        return this.stuck ? undefined : labels.Order_Unknown;
    }

    get answer() {
        return whyOf(this.stuck);
    }

    get maintenance() {
        const { maintenanceUntil, values } = this.stuck;
        const account = values?.find(({ name }) => name === 'account')?.value;
        return maintenanceUntil ? say(labels.In_Maintenance, account, timeOf(maintenanceUntil)) : undefined;
    }

    get moveAndSince() {
        const since = this.stuck.since ? say(labels.Since, timeOf(this.stuck.since)) : '';
        return [`${labels.Whose_Move}: ${movesOf(this.stuck.whoseMove)}`, since]
            .filter(Boolean)
            .join(', ');
    }

    get exceptions() {
        return (this.stuck?.exceptions ?? []).map((exception) => ({
            ...exception,
            queueName: roleOf(exception.queue),
            dueAndHeld: [
                say(labels.Should_Be_Mended_By, timeOf(exception.due)),
                say(labels.Held_Up, moneyOf(exception.held))
            ].join(', '),
            heading: causeOf(exception.cause),
            findings: exception.findings.map((finding, index) => ({
                key: index,
                sentence: sentenceOf(finding),
                words: wordsOf(finding),
                values: comparedOf(finding)
            })),
            suggestions: { lineId: exception.findings.find((each) => each.lineId)?.lineId }
        }));
    }

    refresh() {
        return refreshApex(this.answered);
    }

    disconnectedCallback() {
        this.watch.stop();
    }
}

function sentenceOf(finding) {
    const found = foundOf(finding);
    return finding.lineId ? say(labels.On_Line, finding.lineId, found) : found;
}
