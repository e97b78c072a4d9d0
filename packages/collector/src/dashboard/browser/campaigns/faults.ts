import { KINDS, type CampaignDraft } from './calendar.js';

export type Field = 'name' | 'kind' | 'from' | 'to' | 'item';
export type Faults = Partial<Readonly<Record<Field, string>>>;

const FIELDS: readonly Field[] = ['name', 'kind', 'from', 'to', 'item'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST_NAME = 200;

/** What the form holds → the window, or what is wrong with each field and how to put it right. */
export function checkDraft(form: Readonly<Record<Field, string>>): { draft: CampaignDraft } | { faults: Faults } {
  const faults: Record<string, string> = {};
  const name = form.name.trim();
  const kind = KINDS.find((one) => one === form.kind);
  if (name === '') faults['name'] = 'Name: give the window a name, such as “Spring congress”.';
  else if (name.length > LONGEST_NAME) faults['name'] = `Name: is longer than ${LONGEST_NAME} characters.`;
  if (!DAY.test(form.from)) faults['from'] = 'First day: choose a day.';
  if (!DAY.test(form.to)) faults['to'] = 'Last day: choose a day.';
  else if (DAY.test(form.from) && form.to < form.from)
    faults['to'] = 'Last day: comes before the first day. Choose the same day or a later one.';
  if (!kind) faults['kind'] = 'Kind: choose one.';
  if (!kind || Object.keys(faults).length > 0) return { faults };
  return { draft: { name, kind, from: form.from, to: form.to, ...(form.item === '' ? {} : { item: form.item }) } };
}

const LABELS: Record<Field, string> = { name: 'Name', kind: 'Kind', from: 'First day', to: 'Last day', item: 'Item' };

/** The collector's own word, `to: comes before from.`, beside the field that it names; undefined where it names none. */
export function faultsOf(sentence: string): Faults | undefined {
  const [, field, said = ''] = /^([a-z]+): (.*)$/s.exec(sentence) ?? [];
  const named = FIELDS.find((one) => one === field);
  return named && { [named]: `${LABELS[named]}: ${said}` };
}
