import type { RenderRecord } from '../render-record.js';
import { ENGLISH } from './english.js';
import { stateOf, type LabelState } from './state.js';
import { clean, isoDate } from './text.js';
import type { CompactLabel, LabelContext, LabelField, LabelItem } from './types.js';
import type { Heading, LabelWords } from './words.js';

/** What every reader must see, in order, and the state it stands under. */
export function compactLabel(record: RenderRecord, context: LabelContext): CompactLabel {
  const words = context.words ?? ENGLISH;
  const state = stateOf(context.state, words, context.gate);
  return { state, words, compact: compactItems(record, context, state, words) };
}

function compactItems(record: RenderRecord, context: LabelContext, state: LabelState, words: LabelWords): LabelItem[] {
  const { items, add } = itemList();
  const { products = [], approvals = [] } = record;
  /** Adds what holds for the reader's country, or for each country that the record speaks of. */
  const addFor = <T>(
    field: LabelField & Heading,
    map: Record<string, T> | undefined,
    read: (value: T) => readonly [text: string, href?: string],
  ) => {
    for (const [where, value] of forReader(map, context.country)) {
      const [text, href] = read(value);
      add(field, text, { heading: named(words.heading[field], where, context.country, words), href, lang });
    }
  };
  const lang = otherThan(words.lang, record.language);
  const plain = (text: string) => [text] as const;
  const day = (iso: string | undefined) => iso && words.date(iso);
  const addDay = (field: LabelField & Heading, iso: string | undefined) =>
    add(field, day(iso), { heading: words.heading[field] });

  add('company', companies(record, words));
  add('promotionalStatus', words.code(record.promotionalStatus));
  add('audience', audience(record, words));
  const { text, lang: its } = involvement(record, words.lang);
  add('involvement', text, { heading: words.heading.involvement, lang: otherThan(words.lang, its) });
  add('contentType', words.code(record.contentType));
  add('labelStatus', words.labelStatus[record.labelStatus]);
  add('title', record.title, { lang });
  for (const product of products) {
    add('product', productName(product, context.country, words));
    addFor('boxedWarning', product.boxedWarning, plain);
  }
  if (state.content) {
    const excerpt = record.excerpts?.find(({ id }) => id === context.excerpt);
    add('excerpt', excerpt && `“${clean(excerpt.text)}”`, { lang });
    add('mustAccompany', excerpt?.mustAccompany, { lang });
    // A quotation stands with its exact source (EU 2001/83/EC 92, EFPIA).
    for (const { n, text } of record.citations ?? [])
      if (excerpt?.citations?.includes(n)) add('citation', text, { heading: words.reference(n), lang });
  }
  for (const product of products) {
    addFor('safety', product.safety, plain);
    addFor('obligatory', product.obligatory, plain);
    addFor('legalClass', product.legalClass, plain);
    addFor('prescribingInformation', product.piUrl, (href) => [href, href]);
    addDay('piDate', product.piDate);
  }
  addFor('aeReporting', record.aeReporting, ({ text, authorityUrl, company, tel, email }) => {
    const contact = [company, tel, email].filter(Boolean).join(', ');
    return [contact ? `${text} (${contact})` : text, authorityUrl];
  });
  const own = approvals.filter(({ country }) => country === context.country);
  for (const { country, reference, scheme } of own.length > 0 ? own : approvals)
    add('approval', `${reference} (${scheme})`, {
      heading: named(words.heading.approval, country, context.country, words),
    });
  addDay('datePrepared', record.datePrepared);
  addDay('lastRevised', record.lastRevised);
  if (context.state === 'expired') addDay('validUntil', isoDate(record.exp));
  add('canonicalUrl', record.canonicalUrl, { heading: words.heading.canonicalUrl, href: record.canonicalUrl });
  add('communityFunding', context.communityFunding, { heading: words.heading.communityFunding });
  return items;
}

/** An empty part of a label, and how to add to it: what says nothing is left out, what is said is made inert. */
export function itemList() {
  const items: LabelItem[] = [];
  const add = (field: LabelField, text: string | undefined, more: Omit<LabelItem, 'field' | 'text'> = {}) => {
    const words = clean(text ?? '');
    if (words) items.push({ field, text: words, ...more, heading: more.heading && clean(more.heading) });
  };
  return { items, add };
}

/** Companies behind the item with what each of them is, in the record's order: "X (sponsor, marketing authorisation holder)". */
function companies(record: RenderRecord, words: LabelWords): string {
  const roles = new Map<string, string[]>();
  for (const { name, role } of record.parties) {
    if (role === 'author' || role === 'reviewer' || role === 'agency') continue;
    roles.set(name, [...(roles.get(name) ?? []), words.role(role)]);
  }
  return [...roles].map(([name, its]) => `${name} (${its.join(', ')})`).join('; ');
}

/** "For UK and US healthcare professionals (cardiology), not for members of the public" */
function audience({ audience: of }: RenderRecord, { audience: said, list, country }: LabelWords): string {
  return said(list(of.countries.map(country)), list(of.roles), list(of.specialties ?? []), list(of.excluded ?? []));
}

/** In the label's language where the record has it, or else in the record's own. */
function involvement({ involvement: texts, language }: RenderRecord, wanted: string): { text?: string; lang?: string } {
  const lang = [wanted, language, ...Object.keys(texts)].find((one) => texts[one] !== undefined);
  return lang === undefined ? {} : { text: texts[lang] ?? '', lang };
}

/** `lang`, unless it is a kind of the label's own. */
function otherThan(own: string, lang: string | undefined): string | undefined {
  return lang?.split('-')[0] === own ? undefined : lang;
}

/** "Lipitor (atorvastatin calcium), 10 mg tablet ▼ additional monitoring", the mark with its country when not the reader's. */
function productName(
  product: NonNullable<RenderRecord['products']>[number],
  country: string,
  words: LabelWords,
): string {
  const { brand, generic, strengthForm, additionalMonitoring } = product;
  const name = brand === undefined ? generic : `${brand} (${generic})`;
  const marks = forReader(additionalMonitoring, country)
    .filter(([, flag]) => flag)
    .map(([where]) => ` ▼ ${named(words.monitoring, where, country, words)}`);
  return [name, strengthForm && `, ${strengthForm}`, ...marks].join('');
}

/** What holds in the reader's country; where the record says nothing of it, all that it says: nothing mandatory is lost. */
export function forReader<T>(map: Record<string, T> | undefined, country: string): [country: string, value: T][] {
  if (map === undefined) return [];
  const own = map[country];
  return own === undefined ? Object.entries(map) : [[country, own]];
}

/** Says which country a text is for when it is not the reader's own. */
function named(heading: string, where: string, reader: string, words: LabelWords): string {
  return where === reader ? heading : `${heading} (${words.country(where)})`;
}
