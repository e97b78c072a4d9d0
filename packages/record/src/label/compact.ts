import type { RenderRecord } from '../render-record.js';
import { clean, countryWord, formatDate, isoDate, joinWords } from './text.js';
import type { Label, LabelContext, LabelField, LabelItem } from './types.js';
import { CONTENT, LABEL_STATUS, PROMOTIONAL, ROLE, STATE, type StateWords } from './words.js';

/** What every reader must see, in order, and the state it stands under. */
export function compactLabel(record: RenderRecord, context: LabelContext): Omit<Label, 'expanded'> {
  const state = { ...STATE[context.state], name: context.state };
  return { state, compact: compactItems(record, context, state) };
}

function compactItems(record: RenderRecord, context: LabelContext, state: StateWords): LabelItem[] {
  const items: LabelItem[] = [];
  const add = (field: LabelField, text: string | undefined, heading?: string, href?: string) => {
    if (text !== undefined && clean(text) !== '') items.push({ field, text: clean(text), heading, href });
  };
  const countries = record.audience.countries.map(countryWord);

  add('company', companies(record));
  add('promotionalStatus', PROMOTIONAL[record.promotionalStatus]);
  add('audience', `For ${joinWords(countries)} ${joinWords(record.audience.roles)}`);
  add('involvement', involvement(record), 'Company involvement');
  add('contentType', CONTENT[record.contentType]);
  add('labelStatus', LABEL_STATUS[record.labelStatus]);
  add('title', record.title);
  for (const product of record.products ?? []) {
    const name = product.brand === undefined ? product.generic : `${product.brand} (${product.generic})`;
    const monitored = forReader(product.additionalMonitoring, context.country).some(([, flag]) => flag);
    add('product', monitored ? `${name} ▼ additional monitoring` : name);
    for (const [where, text] of forReader(product.boxedWarning, context.country))
      add('boxedWarning', text, named('Boxed warning', where, context));
  }
  if (state.content) {
    const excerpt = record.excerpts?.find(({ id }) => id === context.excerpt);
    add('excerpt', excerpt && `“${clean(excerpt.text)}”`);
    add('mustAccompany', excerpt?.mustAccompany);
  }
  for (const product of record.products ?? []) {
    for (const [where, text] of forReader(product.safety, context.country))
      add('safety', text, named('Important safety information', where, context));
    for (const [where, text] of forReader(product.obligatory, context.country))
      add('obligatory', text, named('Obligatory information', where, context));
    for (const [where, href] of forReader(product.piUrl, context.country))
      add('prescribingInformation', href, named('Prescribing information', where, context), href);
  }
  for (const [where, reporting] of forReader(record.aeReporting, context.country)) {
    const contact = [reporting.company, reporting.tel, reporting.email].filter((part) => part !== undefined).join(', ');
    add(
      'aeReporting',
      contact === '' ? reporting.text : `${reporting.text} (${contact})`,
      named('Report an adverse event', where, context),
      reporting.authorityUrl,
    );
  }
  for (const { reference, scheme } of record.approvals ?? []) add('approval', `${reference} (${scheme})`, 'Approval');
  add('datePrepared', record.datePrepared && formatDate(record.datePrepared), 'Prepared');
  add('lastRevised', record.lastRevised && formatDate(record.lastRevised), 'Last revised');
  if (context.state === 'expired') add('validUntil', formatDate(isoDate(record.exp)), 'Valid until');
  add('canonicalUrl', record.canonicalUrl, 'Open at source', record.canonicalUrl);
  return items;
}

/** Companies behind the item with what each of them is, in the record's order: "X (sponsor, marketing authorisation holder)". */
function companies(record: RenderRecord): string {
  const roles = new Map<string, string[]>();
  for (const { name, role } of record.parties) {
    if (role === 'author' || role === 'reviewer' || role === 'agency') continue;
    roles.set(name, [...(roles.get(name) ?? []), ROLE[role]]);
  }
  return [...roles].map(([name, its]) => `${name} (${its.join(', ')})`).join('; ');
}

function involvement(record: RenderRecord): string | undefined {
  return record.involvement[record.language] ?? Object.values(record.involvement)[0];
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
