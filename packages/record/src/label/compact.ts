import type { RenderRecord } from '../render-record.js';
import { clean, countryWord, formatDate, isoDate, joinWords } from './text.js';
import type { Label, LabelContext, LabelField, LabelItem } from './types.js';
import { codeWords, LABEL_STATUS, roleWords, STATE, type StateWords } from './words.js';

/** What every reader must see, in order, and the state it stands under. */
export function compactLabel(record: RenderRecord, context: LabelContext): Omit<Label, 'expanded'> {
  const state = { ...STATE[context.state], name: context.state };
  return { state, compact: compactItems(record, context, state) };
}

function compactItems(record: RenderRecord, context: LabelContext, state: StateWords): LabelItem[] {
  const { items, add } = itemList();
  const { products = [], approvals = [] } = record;
  /** Adds what holds for the reader's country, or for each country that the record speaks of. */
  const addFor = <T>(
    field: LabelField,
    map: Record<string, T> | undefined,
    heading: string,
    read: (value: T) => readonly [text: string, href?: string],
  ) => {
    for (const [where, value] of forReader(map, context.country)) {
      const [text, href] = read(value);
      add(field, text, named(heading, where, context), href);
    }
  };
  const words = (text: string) => [text] as const;

  add('company', companies(record));
  add('promotionalStatus', codeWords(record.promotionalStatus));
  add('audience', audience(record));
  add('involvement', involvement(record), 'Company involvement');
  add('contentType', codeWords(record.contentType));
  add('labelStatus', LABEL_STATUS[record.labelStatus]);
  add('title', record.title);
  for (const product of products) {
    add('product', productName(product, context));
    addFor('boxedWarning', product.boxedWarning, 'Boxed warning', words);
  }
  if (state.content) {
    const excerpt = record.excerpts?.find(({ id }) => id === context.excerpt);
    add('excerpt', excerpt && `“${clean(excerpt.text)}”`);
    add('mustAccompany', excerpt?.mustAccompany);
    // A quotation stands with its exact source (EU 2001/83/EC 92, EFPIA).
    for (const { n, text } of record.citations ?? [])
      if (excerpt?.citations?.includes(n)) add('citation', text, `Reference ${n}`);
  }
  for (const product of products) {
    addFor('safety', product.safety, 'Important safety information', words);
    addFor('obligatory', product.obligatory, 'Obligatory information', words);
    addFor('legalClass', product.legalClass, 'Legal class', words);
    addFor('prescribingInformation', product.piUrl, 'Prescribing information', (href) => [href, href]);
    add('piDate', formatDate(product.piDate), 'Prescribing information dated');
  }
  addFor(
    'aeReporting',
    record.aeReporting,
    'Report an adverse event',
    ({ text, authorityUrl, company, tel, email }) => {
      const contact = [company, tel, email].filter(Boolean).join(', ');
      return [contact ? `${text} (${contact})` : text, authorityUrl];
    },
  );
  const own = approvals.filter(({ country }) => country === context.country);
  for (const { country, reference, scheme } of own.length > 0 ? own : approvals)
    add('approval', `${reference} (${scheme})`, named('Approval', country, context));
  add('datePrepared', formatDate(record.datePrepared), 'Prepared');
  add('lastRevised', formatDate(record.lastRevised), 'Last revised');
  if (context.state === 'expired') add('validUntil', formatDate(isoDate(record.exp)), 'Valid until');
  add('canonicalUrl', record.canonicalUrl, 'Open at source', record.canonicalUrl);
  add('communityFunding', context.communityFunding, 'How this community is funded');
  return items;
}

/** An empty part of a label, and how to add to it: what says nothing is left out, what is said is made inert. */
export function itemList() {
  const items: LabelItem[] = [];
  const add = (field: LabelField, text: string | undefined, heading?: string, href?: string) => {
    const words = clean(text ?? '');
    if (words) items.push({ field, text: words, heading: heading && clean(heading), href });
  };
  return { items, add };
}

/** Companies behind the item with what each of them is, in the record's order: "X (sponsor, marketing authorisation holder)". */
function companies(record: RenderRecord): string {
  const roles = new Map<string, string[]>();
  for (const { name, role } of record.parties) {
    if (role === 'author' || role === 'reviewer' || role === 'agency') continue;
    roles.set(name, [...(roles.get(name) ?? []), roleWords(role)]);
  }
  return [...roles].map(([name, its]) => `${name} (${its.join(', ')})`).join('; ');
}

/** "For UK and US healthcare professionals (cardiology), not for members of the public" */
function audience({ audience: { countries, roles, specialties = [], excluded = [] } }: RenderRecord): string {
  const fields = specialties.length > 0 ? ` (${joinWords(specialties)})` : '';
  const others = excluded.length > 0 ? `, not for ${joinWords(excluded)}` : '';
  return `For ${joinWords(countries.map(countryWord))} ${joinWords(roles)}${fields}${others}`;
}

function involvement(record: RenderRecord): string | undefined {
  return record.involvement[record.language] ?? Object.values(record.involvement)[0];
}

/** "Lipitor (atorvastatin calcium), 10 mg tablet ▼ additional monitoring", the mark with its country when not the reader's. */
function productName(product: NonNullable<RenderRecord['products']>[number], context: LabelContext): string {
  const { brand, generic, strengthForm, additionalMonitoring } = product;
  const name = brand === undefined ? generic : `${brand} (${generic})`;
  const marks = forReader(additionalMonitoring, context.country)
    .filter(([, flag]) => flag)
    .map(([where]) => ` ▼ ${named('additional monitoring', where, context)}`);
  return [name, strengthForm && `, ${strengthForm}`, ...marks].join('');
}

/** What holds in the reader's country; where the record says nothing of it, all that it says: nothing mandatory is lost. */
export function forReader<T>(map: Record<string, T> | undefined, country: string): [country: string, value: T][] {
  if (map === undefined) return [];
  const own = map[country];
  return own === undefined ? Object.entries(map) : [[country, own]];
}

/** Says which country a text is for when it is not the reader's own. */
function named(heading: string, where: string, context: LabelContext): string {
  return where === context.country ? heading : `${heading} (${countryWord(where)})`;
}
