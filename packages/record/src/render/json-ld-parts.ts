import { forReader } from '../label/compact.js';
import { address } from '../label/expanded.js';
import { clean } from '../label/text.js';
import type { Label, LabelContext } from '../label/types.js';
import { STATE } from '../label/state.js';
import type { ItemLink } from '../link.js';
import type { RenderRecord } from '../render-record.js';
import { itemLine, labelLines } from './lines.js';

/** The whole label, compact and expanded, as one work that says how this one may be used. */
export function usageInfo(label: Label, link: ItemLink): object {
  const lines = [...labelLines(label, link), ...label.expanded.map(itemLine)];
  return {
    '@type': 'CreativeWork',
    name: 'Source and company involvement',
    text: lines.map(({ text }) => text).join('\n'),
  };
}

/** What the item is about: generic and brand name, prescribing information and boxed warnings for the reader's country. */
export function drugs({ products = [] }: RenderRecord, { country }: LabelContext): object[] | undefined {
  if (products.length === 0) return undefined;
  return products.map(({ brand, generic, strengthForm, piUrl, boxedWarning }) => ({
    '@type': 'Drug',
    name: clean(brand ?? generic),
    proprietaryName: brand && clean(brand),
    nonProprietaryName: clean(generic),
    dosageForm: strengthForm && clean(strengthForm),
    prescribingInfo: list(forReader(piUrl, country).map(([, url]) => url)),
    warning: list(forReader(boxedWarning, country).map(([, text]) => clean(text))),
  }));
}

/** The works it rests on, as far as the state lets them be shown. */
export function citations(record: RenderRecord, { state }: LabelContext): object[] | undefined {
  if (!STATE[state].content || !record.citations?.length) return undefined;
  return record.citations.map(({ text, ...where }) => ({
    '@type': 'CreativeWork',
    name: clean(text),
    url: address(where),
  }));
}

function list<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length > 0 ? values : undefined;
}
