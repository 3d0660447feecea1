import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import applyRemedy from '@salesforce/apex/ThroughlineCommands.applyRemedy';
import { messageOf, newKey } from 'c/answers';
import { labels, say } from 'c/labels';
import { mayAny } from 'c/roles';
import { parameterOf, remedyHelpOf, remedyOf, rolesOf } from 'c/words';

/** What mends one exception: a button for each remedy that the reader may apply, a sentence for the others. */
export default class Remedies extends LightningElement {
    @api exceptionId;
    /** As the platform offers them: name, label, parameters, roles; the most helpful first. */
    @api remedies = [];
    /** What the parameters may be, by name; the line that is at fault, say. */
    @api suggestions = {};

    labels = labels;
    chosen;
    refusal;
    sending = false;
    key;

    get worded() {
        return this.remedies.map((remedy) => ({ ...remedy, label: remedyOf(remedy.name), help: remedyHelpOf(remedy.name) }));
    }

    get offered() {
        return this.worded
            .filter((remedy) => mayAny(remedy.roles))
            .map((remedy, index) => ({ ...remedy, variant: index === 0 ? 'brand' : 'neutral' }));
    }

    get hasOffers() {
        return this.offered.length > 0;
    }

    get elsewhere() {
        return this.worded
            .filter((remedy) => !mayAny(remedy.roles))
            .map((remedy) => ({
                ...remedy,
                sentence: say(labels.Who_Can, remedy.label, rolesOf(remedy.roles))
            }));
    }

    get question() {
        return say(labels.Really, this.chosen.label);
    }

    get fields() {
        return this.chosen.parameters.map((name) => ({
            name,
            label: parameterOf(name),
            value: this.suggestions[name] ?? ''
        }));
    }

    open(event) {
        this.chosen = this.worded.find((remedy) => remedy.name === event.target.name);
        this.refusal = undefined;
        this.key = newKey(`${this.exceptionId}:${this.chosen.name}`);
    }

    close() {
        this.chosen = undefined;
    }

    async apply() {
        const inputs = [...this.template.querySelectorAll('[data-parameter]')];
        if (!inputs.every((input) => input.reportValidity())) {
            return;
        }
        const parameters = Object.fromEntries(
            inputs.map((input) => [input.dataset.parameter, input.value])
        );
        this.sending = true;
        this.refusal = undefined;
        try {
            await applyRemedy({
                exceptionId: this.exceptionId,
                remedy: this.chosen.name,
                parameters: JSON.stringify(parameters),
                key: this.key
            });
            this.chosen = undefined;
            this.dispatchEvent(
                new ShowToastEvent({ title: labels.Remedy_Sent, variant: 'success' })
            );
            this.dispatchEvent(
                new CustomEvent('mended', { bubbles: true, composed: true, detail: this.exceptionId })
            );
        } catch (error) {
            this.refusal = messageOf(error);
        } finally {
            this.sending = false;
        }
    }
}
