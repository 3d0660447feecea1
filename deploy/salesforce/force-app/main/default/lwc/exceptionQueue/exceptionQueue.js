import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { NavigationMixin } from 'lightning/navigation';
import ask from '@salesforce/apex/ThroughlineQuestions.ask';
import applyToMany from '@salesforce/apex/ThroughlineCommands.applyToMany';
import bulkProgress from '@salesforce/apex/ThroughlineCommands.bulkProgress';
import { messageOf, newKey, variablesOf } from 'c/answers';
import { labels, say } from 'c/labels';
import { OrderWatch } from 'c/orderWatch';
import { customerPlace, orderPlace } from 'c/places';
import { mayAny } from 'c/roles';
import { tell, wordsOf } from 'c/told';
import { causeOf, moneyOf, remedyOf, roleOf, timeOf } from 'c/words';

const PAGE = 25;
const MOST = 100;
const ASK_PROGRESS_AFTER = 700;

/** What one remedy for many may be told: all else is about one order, and done one by one. */
const FOR_MANY = ['taxRegion'];
/** Of customers, and each about other data. */
const NOT_FOR_MANY = ['keep-ours', 'take-theirs', 'edit-field', 'link-customer'];

const COLUMNS = [
    {
        label: labels.Order,
        hideDefaultActions: true,
        type: 'button',
        fieldName: 'subject',
        initialWidth: 160,
        typeAttributes: { label: { fieldName: 'subject' }, name: 'open', variant: 'base' }
    },
    { label: labels.Cause, hideDefaultActions: true, fieldName: 'cause', wrapText: true },
    { label: labels.Found, hideDefaultActions: true, fieldName: 'found', wrapText: true },
    { label: labels.Queue, hideDefaultActions: true, fieldName: 'queueName', initialWidth: 120 },
    { label: labels.Value, hideDefaultActions: true, fieldName: 'value', initialWidth: 140 },
    { label: labels.Due_At, hideDefaultActions: true, fieldName: 'dueAt', initialWidth: 190 },
    { label: labels.Overdue, hideDefaultActions: true, fieldName: 'overdue', type: 'boolean', initialWidth: 110 }
];

/** What the cause, which stands beside it, does not say already. */
const foundIn = (finding) => finding && (tell(`Found_${finding.cause}`, finding.values) ?? wordsOf(finding));

/** What waits for people, the oldest first, and one remedy for many of them. */
export default class ExceptionQueue extends NavigationMixin(LightningElement) {
    labels = labels;
    columns = COLUMNS;
    queue = '';
    overdue = false;
    first = PAGE;
    selectedIds = [];
    taxRegion = '';
    connection;
    error;
    refusal;
    progress = '';
    loading = true;
    sending = false;
    answered;
    watch = new OrderWatch(() => this.refresh());

    queues = [
        { value: '', label: labels.All },
        ...['SALES', 'FINANCE', 'LOGISTICS', 'INTEGRATION'].map((value) => ({
            value,
            label: roleOf(value)
        }))
    ];

    get variables() {
        return variablesOf({
            filter: { queue: this.queue || undefined, overdue: this.overdue || undefined },
            first: this.first
        });
    }

    @wire(ask, { question: 'ExceptionQueue', variables: '$variables', recordId: null })
    take(answered) {
        this.answered = answered;
        if (answered.data || answered.error) {
            this.connection = answered.data?.content.exceptions ?? this.connection;
            this.error = messageOf(answered.error);
            this.loading = false;
            const still = new Set(this.nodes.map((node) => node.exceptionId));
            this.selectedIds = this.selectedIds.filter((id) => still.has(id));
        }
    }

    connectedCallback() {
        this.watch.ofAll();
    }

    disconnectedCallback() {
        this.watch.stop();
    }

    get nodes() {
        return (this.connection?.edges ?? []).map(({ node }) => node);
    }

    get heading() {
        return this.connection
            ? `${labels.Exceptions} (${this.connection.totalCount})`
            : labels.Exceptions;
    }

    get rows() {
        return this.nodes.map((node) => ({
            exceptionId: node.exceptionId,
            subject: node.orderId ?? node.customerId,
            cause: causeOf(node.cause),
            found: foundIn(node.findings[0]),
            queueName: roleOf(node.queue),
            value: moneyOf(node.held),
            dueAt: timeOf(node.due),
            overdue: Boolean(node.overdueAt)
        }));
    }

    get shown() {
        return say(labels.Of_Total, this.rows.length, this.connection.totalCount);
    }

    get hasMore() {
        return this.connection.pageInfo.hasNextPage && this.first < MOST;
    }

    get nobodyMends() {
        return !mayAny(['sales', 'finance', 'operations', 'integration']);
    }

    get selected() {
        return this.nodes.filter((node) => this.selectedIds.includes(node.exceptionId));
    }

    get mendHeading() {
        return say(labels.Mend_Selected, this.selected.length);
    }

    /** Those that all that is selected offers, that fit many, and that the reader may apply. */
    get commonRemedies() {
        const [first, ...others] = this.selected;
        const offered = (first?.remedies ?? []).map((each) => ({ ...each, label: remedyOf(each.name) }));
        return offered.filter(
            (remedy) =>
                mayAny(remedy.roles) &&
                this.selected.every((node) => node.orderId) &&
                !NOT_FOR_MANY.includes(remedy.name) &&
                remedy.parameters.every((name) => FOR_MANY.includes(name)) &&
                others.every((node) => node.remedies.some((each) => each.name === remedy.name))
        );
    }

    get nothingInCommon() {
        return this.commonRemedies.length === 0;
    }

    get needsTaxRegion() {
        return this.commonRemedies.some((remedy) => remedy.parameters.includes('taxRegion'));
    }

    choose(event) {
        const { name, type, checked } = event.target;
        this[name] = type === 'checkbox' ? checked : event.detail.value;
        this.first = PAGE;
    }

    more() {
        this.first = MOST;
    }

    select(event) {
        this.selectedIds = event.detail.selectedRows.map((row) => row.exceptionId);
    }

    writeTaxRegion(event) {
        this.taxRegion = event.detail.value;
    }

    open(event) {
        const { subject, exceptionId } = event.detail.row;
        const node = this.nodes.find((each) => each.exceptionId === exceptionId);
        this[NavigationMixin.Navigate](node.orderId ? orderPlace(subject) : customerPlace(subject));
    }

    async mend(event) {
        const remedy = this.commonRemedies.find((each) => each.name === event.target.name);
        const parameters = remedy.parameters.includes('taxRegion')
            ? { taxRegion: this.taxRegion.trim() }
            : {};
        if (Object.values(parameters).includes('')) {
            this.template.querySelector('.tax-region').focus();
            return;
        }
        const causes = new Set(this.selected.map((node) => node.cause));
        this.sending = true;
        this.refusal = undefined;
        try {
            const { bulkId } = await applyToMany({
                remedy: remedy.name,
                cause: causes.size === 1 ? [...causes][0] : null,
                orderIds: this.selected.map((node) => node.orderId),
                parameters: JSON.stringify(parameters),
                key: newKey(`many:${remedy.name}`)
            });
            this.selectedIds = [];
            await this.follow(bulkId);
        } catch (error) {
            this.refusal = messageOf(error);
        } finally {
            this.sending = false;
        }
    }

    async follow(bulkId) {
        let state;
        do {
            // each question of its own: the next one waits for what the last one said
            // eslint-disable-next-line no-await-in-loop
            state = await bulkProgress({ bulkId });
            this.progress = say(labels.Bulk_Progress, state.applied, state.refused, state.waiting);
            // eslint-disable-next-line no-await-in-loop, @lwc/lwc/no-async-operation
            await new Promise((resolve) => setTimeout(resolve, ASK_PROGRESS_AFTER));
        } while (state.waiting > 0 && this.watch.isUnderWay);
        await this.refresh();
    }

    refresh() {
        return refreshApex(this.answered);
    }
}
