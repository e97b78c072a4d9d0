import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { failureView } from '../parts/loaded.js';
import { table } from '../parts/table.js';
import type { Failure } from '../state/reports.js';
import { daySpan } from '../words/days.js';
import { Calendar, KINDS, type Answer, type Campaign, type Kind } from './calendar.js';
import { checkDraft, faultsOf, type Faults, type Field } from './faults.js';

const KIND_WORDS: Record<Kind, string> = {
  congress: 'Congress',
  launch: 'Launch',
  guideline: 'Guideline',
  other: 'Other',
};

/** What the form is about: a new window, or the one with this id; and what stands in it, as it was typed. */
interface Editing {
  readonly id: string | undefined;
  /** What the window was called before. */
  readonly was: string;
  readonly form: Readonly<Record<Field, string>>;
}

export interface ItemChoice {
  readonly item: string;
  readonly name: string;
}

/** The calendar was changed, and everything that is computed with it. */
export class CalendarChangedEvent extends Event {
  constructor() {
    super('pq-calendar-changed', { bubbles: true });
  }
}

/**
 * The publisher's campaign windows: a list, and a form to add or change one. A window that was deleted can be had back.
 *
 * @fires pq-calendar-changed - A window was added, changed or deleted.
 */
export class PqCalendar extends LitElement {
  static override properties: PropertyDeclarations = {
    editable: { type: Boolean },
    publisher: { attribute: false },
    items: { attribute: false },
    today: { type: String },
    list: { state: true },
    editing: { state: true },
    faults: { state: true },
    failure: { state: true },
    deleted: { state: true },
    said: { state: true },
    busy: { state: true },
  };

  declare editable: boolean;
  /** Named in each request, where the collector serves several. */
  declare publisher: string | undefined;
  /** What a window can be about. */
  declare items: readonly ItemChoice[];
  declare today: string;
  declare private list: readonly Campaign[] | undefined;
  declare private editing: Editing | undefined;
  declare private faults: Faults;
  declare private failure: Failure | undefined;
  declare private deleted: Campaign | undefined;
  declare private said: string;
  declare private busy: boolean;

  constructor() {
    super();
    this.editable = false;
    this.items = [];
    this.today = '';
    this.faults = {};
    this.said = '';
    this.busy = false;
  }

  get #calendar(): Calendar {
    return new Calendar(this.publisher);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render(): TemplateResult {
    if (this.failure && !this.list) return failureView(this.failure, { retry: () => void this.#load() });
    if (!this.list) return html`<div class="loading" role="status"><span class="unseen">Loading</span></div>`;
    return html`<p class="said" role="status">
        ${this.said}${
          this.deleted ? html` <button type="button" class="undo" @click=${this.#onUndo}>Undo</button>` : nothing
        }
      </p>
      ${this.failure ? failureView(this.failure, { retry: () => void this.#load() }) : nothing}
      ${this.editing ? this.#renderForm(this.editing) : this.#renderAdd()} ${this.#renderList(this.list)}`;
  }

  #renderAdd(): TemplateResult {
    return this.editable
      ? html`<p><button type="button" class="primary add" @click=${this.#onAdd}>Add a window</button></p>`
      : html`<p class="none">
          You signed in with a key that reads only. A key with the scope admin can change the windows.
        </p>`;
  }

  #renderList(list: readonly Campaign[]): TemplateResult {
    return table({
      caption: 'Campaign windows',
      rows: [...list].reverse(),
      empty: 'No window is marked yet.',
      columns: [
        { head: 'Name', kind: 'name', cell: ({ name }) => name },
        { head: 'Kind', cell: ({ kind }) => KIND_WORDS[kind] ?? kind },
        { head: 'Days', kind: 'day', cell: ({ from, to }) => daySpan(from, to) },
        {
          head: 'About',
          cell: ({ item }) => (item === undefined ? html`<span class="soft">all items</span>` : this.#nameOf(item)),
        },
        ...(this.editable
          ? [
              {
                head: 'Change',
                kind: 'acts',
                cell: (campaign: Campaign) =>
                  html`<button
                      type="button"
                      class="quiet"
                      ?disabled=${this.busy}
                      @click=${() => this.#onEdit(campaign)}
                    >
                      Edit<span class="unseen"> ${campaign.name}</span>
                    </button>
                    <button
                      type="button"
                      class="quiet"
                      ?disabled=${this.busy}
                      @click=${() => void this.#onDelete(campaign)}
                    >
                      Delete<span class="unseen"> ${campaign.name}</span>
                    </button>`,
              },
            ]
          : []),
      ],
    });
  }

  #renderForm({ id, was, form }: Editing): TemplateResult {
    return html`<form class="window-form" novalidate @submit=${this.#onSubmit} aria-labelledby="form-head">
      <h2 id="form-head">${id === undefined ? 'A new window' : `Change “${was}”`}</h2>
      <div class="fields">
        ${this.#renderField('name', 'Name', html`<input id="f-name" name="name" maxlength="200" autocomplete="off" .value=${live(form.name)} aria-describedby=${this.#says('name')} aria-invalid=${this.#wrong('name')} />`)}
        ${this.#renderField(
          'kind',
          'Kind',
          html`<select
            id="f-kind"
            name="kind"
            aria-describedby=${this.#says('kind')}
            aria-invalid=${this.#wrong('kind')}
          >
            ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === form.kind}>${KIND_WORDS[kind]}</option>`)}
          </select>`,
        )}
        ${this.#renderField('from', 'First day', html`<input id="f-from" type="date" name="from" .value=${live(form.from)} aria-describedby=${this.#says('from')} aria-invalid=${this.#wrong('from')} />`)}
        ${this.#renderField('to', 'Last day', html`<input id="f-to" type="date" name="to" .value=${live(form.to)} aria-describedby=${this.#says('to')} aria-invalid=${this.#wrong('to')} />`)}
        ${this.#renderField(
          'item',
          'About',
          html`<select
            id="f-item"
            name="item"
            aria-describedby=${this.#says('item')}
            aria-invalid=${this.#wrong('item')}
          >
            <option value="" ?selected=${form.item === ''}>All items</option>
            ${this.#choices(form.item).map(({ item, name }) => html`<option value=${item} ?selected=${item === form.item}>${name}</option>`)}
          </select>`,
        )}
      </div>
      <p class="acts">
        <button class="primary" ?disabled=${this.busy}>${id === undefined ? 'Add' : 'Save'}</button>
        <button type="button" @click=${this.#onCancel}>Cancel</button>
      </p>
    </form>`;
  }

  #renderField(field: Field, label: string, control: TemplateResult): TemplateResult {
    const fault = this.faults[field];
    return html`<div class=${`field ${field}`}>
      <label for=${`f-${field}`}>${label}</label>
      ${control}
      <p class="fault" id=${`e-${field}`}>
        ${fault === undefined ? nothing : html`<span aria-hidden="true">▲</span> ${fault}`}
      </p>
    </div>`;
  }

  #says(field: Field): string {
    return this.faults[field] === undefined ? '' : `e-${field}`;
  }

  #wrong(field: Field): 'true' | 'false' {
    return this.faults[field] === undefined ? 'false' : 'true';
  }

  /** An item that is not in the list any more can still be what a window is about. */
  #choices(item: string): readonly ItemChoice[] {
    return item === '' || this.items.some((one) => one.item === item)
      ? this.items
      : [...this.items, { item, name: item }];
  }

  #nameOf(item: string): string {
    return this.items.find((one) => one.item === item)?.name ?? item;
  }

  async #load(): Promise<void> {
    this.failure = undefined;
    const answer = await this.#calendar.list();
    if ('failure' in answer) this.failure = answer.failure;
    else this.list = answer.done;
  }

  readonly #onAdd = (): void => {
    const form = { name: '', kind: 'congress', from: this.today, to: this.today, item: '' };
    this.#edit({ id: undefined, was: '', form });
  };

  #onEdit(campaign: Campaign): void {
    const { id, name, kind, from, to, item = '' } = campaign;
    this.#edit({ id, was: name, form: { name, kind, from, to, item } });
  }

  #edit(editing: Editing): void {
    this.faults = {};
    this.failure = undefined;
    this.said = '';
    this.deleted = undefined;
    this.editing = editing;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#f-name')?.focus());
  }

  readonly #onCancel = (): void => {
    this.editing = undefined;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.add')?.focus());
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { editing } = this;
    if (!editing || this.busy) return;
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const read = (field: Field) => String(data.get(field) ?? '');
    const form = { name: read('name'), kind: read('kind'), from: read('from'), to: read('to'), item: read('item') };
    // What was typed stays, whatever is said of it.
    this.editing = { ...editing, form };
    const checked = checkDraft(form);
    if ('faults' in checked) return this.#show(checked.faults);
    const { draft } = checked;
    const answer = await this.#do(() =>
      editing.id === undefined ? this.#calendar.add(draft) : this.#calendar.change(editing.id, draft),
    );
    if ('failure' in answer) {
      const faults = answer.failure.kind === 'refused' ? faultsOf(answer.failure.sentence) : undefined;
      if (faults) return this.#show(faults);
      this.failure = answer.failure;
      return;
    }
    this.editing = undefined;
    await this.#changed(editing.id === undefined ? `“${draft.name}” was added.` : `“${draft.name}” was changed.`);
    this.querySelector<HTMLElement>('.add')?.focus();
  };

  async #onDelete(campaign: Campaign): Promise<void> {
    const answer = await this.#do(() => this.#calendar.remove(campaign.id));
    if ('failure' in answer) {
      this.failure = answer.failure;
      return;
    }
    this.editing = undefined;
    this.deleted = campaign;
    await this.#changed(`“${campaign.name}” was deleted.`);
    this.querySelector<HTMLElement>('.undo')?.focus();
  }

  readonly #onUndo = async (): Promise<void> => {
    const { deleted } = this;
    if (!deleted) return;
    const { id: _, ...draft } = deleted;
    const answer = await this.#do(() => this.#calendar.add(draft));
    if ('failure' in answer) {
      this.failure = answer.failure;
      return;
    }
    this.deleted = undefined;
    await this.#changed(`“${deleted.name}” is back.`);
    this.querySelector<HTMLElement>('.add')?.focus();
  };

  async #do(work: () => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    this.busy = true;
    this.failure = undefined;
    try {
      return await work();
    } finally {
      this.busy = false;
    }
  }

  async #changed(said: string): Promise<void> {
    this.faults = {};
    await this.#load();
    this.said = said;
    this.dispatchEvent(new CalendarChangedEvent());
    await this.updateComplete;
  }

  #show(faults: Faults): void {
    this.faults = faults;
    const [first] = Object.keys(faults);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#f-${first}`)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pq-calendar': PqCalendar;
  }
}
