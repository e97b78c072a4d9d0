import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { KINDS } from './calendar.js';
import type { Faults, Field } from './faults.js';
import { KIND_WORDS } from './kind-words.js';

/** What the form is about: a new window, or the one with this id; and what stands in it, as it was typed. */
export interface Editing {
  readonly id: string | undefined;
  /** What the window was called before. */
  readonly was: string;
  readonly form: Readonly<Record<Field, string>>;
}

export interface ItemChoice {
  readonly item: string;
  readonly name: string;
}

export interface FormView {
  readonly editing: Editing;
  readonly faults: Faults;
  readonly items: readonly ItemChoice[];
  readonly busy: boolean;
  readonly onSubmit: (event: SubmitEvent) => void;
  readonly onCancel: () => void;
}

/** The form that adds or changes a window; each fault stands below its field. */
export function formView({
  editing: { id, was, form },
  faults,
  items,
  busy,
  onSubmit,
  onCancel,
}: FormView): TemplateResult {
  const wrong = (field: Field) => (faults[field] === undefined ? 'false' : 'true');
  const says = (field: Field) => (faults[field] === undefined ? '' : `e-${field}`);
  const fieldView = (field: Field, label: string, control: TemplateResult) =>
    html`<div class=${`field ${field}`}>
      <label for=${`f-${field}`}>${label}</label>
      ${control}
      <p class="fault" id=${`e-${field}`}>
        ${faults[field] === undefined ? nothing : html`<span aria-hidden="true">▲</span> ${faults[field]}`}
      </p>
    </div>`;
  return html`<form class="window-form" novalidate @submit=${onSubmit} aria-labelledby="form-head">
    <h2 id="form-head">${id === undefined ? 'A new window' : `Change “${was}”`}</h2>
    <div class="fields">
      ${fieldView('name', 'Name', html`<input id="f-name" name="name" maxlength="200" autocomplete="off" .value=${live(form.name)} aria-describedby=${says('name')} aria-invalid=${wrong('name')} />`)}
      ${fieldView(
        'kind',
        'Kind',
        html`<select id="f-kind" name="kind" aria-describedby=${says('kind')} aria-invalid=${wrong('kind')}>
          ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === form.kind}>${KIND_WORDS[kind]}</option>`)}
        </select>`,
      )}
      ${fieldView('from', 'First day', html`<input id="f-from" type="date" name="from" .value=${live(form.from)} aria-describedby=${says('from')} aria-invalid=${wrong('from')} />`)}
      ${fieldView('to', 'Last day', html`<input id="f-to" type="date" name="to" .value=${live(form.to)} aria-describedby=${says('to')} aria-invalid=${wrong('to')} />`)}
      ${fieldView(
        'item',
        'About',
        html`<select id="f-item" name="item" aria-describedby=${says('item')} aria-invalid=${wrong('item')}>
          <option value="" ?selected=${form.item === ''}>All items</option>
          ${choicesOf(items, form.item).map(({ item, name }) => html`<option value=${item} ?selected=${item === form.item}>${name}</option>`)}
        </select>`,
      )}
    </div>
    <p class="acts">
      <button class="primary" ?disabled=${busy}>${id === undefined ? 'Add' : 'Save'}</button>
      <button type="button" @click=${onCancel}>Cancel</button>
    </p>
  </form>`;
}

/** An item that is not in the list any more can still be what a window is about. */
function choicesOf(items: readonly ItemChoice[], item: string): readonly ItemChoice[] {
  return item === '' || items.some((one) => one.item === item) ? items : [...items, { item, name: item }];
}
