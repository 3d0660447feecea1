import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import USER from '@salesforce/user/Id';
import submitOrder from '@salesforce/apex/ThroughlineCommands.submitOrder';
import { messageOf, newKey } from 'c/answers';
import { labels, say } from 'c/labels';

/** An order of one line, written by hand; what is sold in Salesforce comes by itself. */
export default class NewOrder extends LightningElement {
    labels = labels;
    refusal;
    sending = false;
    key = newKey('new-order');

    fields = [
        field('orderId', labels.Order_Number),
        field('customerId', labels.Customer_Number),
        field('currency', labels.Currency, { value: 'USD' }),
        field('taxRegion', labels.Tax_Region),
        field('productId', labels.Product),
        field('quantity', labels.Quantity, { type: 'number', value: 1, min: 1, step: 1 }),
        field('unitPrice', labels.Unit_Price, { type: 'number', min: 0, step: 0.01 }),
        field('name', labels.Recipient),
        field('street', labels.Street),
        field('city', labels.City),
        field('region', labels.Region, { required: false }),
        field('postalCode', labels.Postal_Code, { required: false }),
        field('country', labels.Country),
        field('requestedOn', labels.Requested_On, { type: 'date', required: false })
    ];

    /** Another order is another intention. */
    touch() {
        this.key = newKey('new-order');
    }

    async submit() {
        const inputs = [...this.template.querySelectorAll('lightning-input')];
        if (!inputs.every((input) => input.reportValidity())) {
            return;
        }
        const given = Object.fromEntries(
            inputs.map((input) => [input.dataset.field, String(input.value ?? '').trim() || undefined])
        );
        this.sending = true;
        this.refusal = undefined;
        try {
            await submitOrder({ order: JSON.stringify(orderOf(given)), key: this.key });
            this.dispatchEvent(
                new ShowToastEvent({
                    title: say(labels.Order_Submitted, given.orderId),
                    variant: 'success'
                })
            );
            this.dispatchEvent(new CustomEvent('submitted', { detail: given.orderId }));
        } catch (error) {
            this.refusal = messageOf(error);
        } finally {
            this.sending = false;
        }
    }
}

function field(name, label, { type = 'text', value, required = true, min, step } = {}) {
    return { name, label, type, value, required, min, step };
}

/** The body of the platform's request; the day of the sale is the seller's today. */
function orderOf(given) {
    const { name, street, city, region, postalCode, country } = given;
    return {
        orderId: given.orderId,
        customerId: given.customerId,
        owner: USER,
        orderedOn: new Date().toLocaleDateString('sv'),
        requestedOn: given.requestedOn,
        currency: given.currency,
        priceBasis: 'LIST',
        taxRegion: given.taxRegion,
        shipTo: { name, street, city, region, postalCode, country },
        lines: [
            {
                lineId: '1',
                productId: given.productId,
                quantity: Number(given.quantity),
                unitPrice: given.unitPrice
            }
        ]
    };
}
