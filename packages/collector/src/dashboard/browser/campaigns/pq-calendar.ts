import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { failureView } from '../parts/loaded.js';
import { capital, some } from '../words/numbers.js';
import type { Failure } from '../state/reports.js';
import { Calendar, type Answer, type Campaign } from './calendar.js';
import { checkDraft, faultsOf, type Faults, type Field } from './faults.js';
import { formView, type Editing, type ItemChoice } from './form-view.js';
import { listView } from './list-view.js';

/** What takes the last change back, and what is said then. */
interface Undo {
  readonly do: () => Promise<Answer<unknown>>;
  readonly words: string;
}

/** The calendar was changed, and everything that is computed with it. */
export class CalendarChangedEvent extends Event {
  constructor() {
    super('pq-calendar-changed', { bubbles: true });
  }
}

/**
 * The publisher's campaign windows: a list, and a form to add or change one. What was deleted or imported can be undone.
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
    undo: { state: true },
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
  declare private undo: Undo | undefined;
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
          this.undo ? html` <button type="button" class="undo" @click=${this.#onUndo}>Undo</button>` : nothing
        }
      </p>
      ${this.failure ? failureView(this.failure, { retry: () => void this.#load() }) : nothing}
      ${
        this.editing
          ? formView({
              editing: this.editing,
              faults: this.faults,
              items: this.items,
              busy: this.busy,
              onSubmit: this.#onSubmit,
              onCancel: this.#onCancel,
            })
          : this.#renderAdd()
      }
      ${listView({
        list: this.list,
        items: this.items,
        editable: this.editable,
        busy: this.busy,
        onEdit: (campaign) => this.#onEdit(campaign),
        onDelete: (campaign) => void this.#onDelete(campaign),
      })}`;
  }

  #renderAdd(): TemplateResult {
    return this.editable
      ? html`<div class="ways-in">
          <button type="button" class="primary add" @click=${this.#onAdd}>Add a window</button>
          <label class="button" aria-disabled=${this.busy}>
            Import a calendar
            <input
              type="file"
              class="unseen"
              accept=".ics,.csv,text/calendar,text/csv"
              aria-describedby="import-hint"
              ?disabled=${this.busy}
              @change=${this.#onImport}
            />
          </label>
          <p id="import-hint" class="soft">
            An iCalendar file (.ics), or a table (.csv) with the columns name, kind, from, to and, where wanted, item.
          </p>
        </div>`
      : html`<p class="none">
          You signed in with a key that reads only. A key with the scope admin can change the windows.
        </p>`;
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
    this.undo = undefined;
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
    const { id: _, ...draft } = campaign;
    this.undo = { do: () => this.#calendar.add(draft), words: `“${campaign.name}” is back.` };
    await this.#changed(`“${campaign.name}” was deleted.`);
    this.querySelector<HTMLElement>('.undo')?.focus();
  }

  readonly #onUndo = async (): Promise<void> => {
    const { undo } = this;
    if (!undo) return;
    const answer = await this.#do(() => undo.do());
    if ('failure' in answer) {
      this.failure = answer.failure;
      return;
    }
    this.undo = undefined;
    await this.#changed(undo.words);
    this.querySelector<HTMLElement>('.add')?.focus();
  };

  readonly #onImport = async (event: Event): Promise<void> => {
    const input = event.currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    // So that the same file, put right, can be chosen again.
    input.value = '';
    if (!file || this.busy) return;
    const answer = await this.#do(() => this.#calendar.import(file));
    if ('failure' in answer) {
      this.failure = answer.failure;
      return;
    }
    const { campaigns, known } = answer.done;
    const removed = `${capital(some(campaigns.length, 'window is', 'windows are'))} gone again.`;
    this.undo = campaigns.length === 0 ? undefined : { do: () => this.#removeAll(campaigns), words: removed };
    await this.#changed(
      `${campaigns.length === 0 ? 'No window was' : capital(some(campaigns.length, 'window was', 'windows were'))} added` +
        (known === 0 ? '.' : `; ${some(known, 'was', 'were')} there before.`),
    );
    if (campaigns.length > 0) this.querySelector<HTMLElement>('.undo')?.focus();
  };

  async #removeAll(campaigns: readonly Campaign[]): Promise<Answer<unknown>> {
    for (const { id } of campaigns) {
      const answer = await this.#calendar.remove(id);
      if ('failure' in answer) return answer;
    }
    return { done: undefined };
  }

  async #do<T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> {
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
