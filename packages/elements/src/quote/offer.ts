import type { RenderRecord } from '@pullquote/record/reader';
import { excerptAt } from './match.js';
import type { Passage } from './passage.js';

type Excerpt = NonNullable<RenderRecord['excerpts']>[number];

/** Something that can be posted or copied with the source. */
export type Choice =
  | { readonly kind: 'approved'; readonly excerpt: Excerpt }
  /** The doctor's own selection. */
  | { readonly kind: 'own' }
  /** The title and the label, without a quotation. */
  | { readonly kind: 'label' };

export interface Offer {
  readonly why:
    /** The selection touches an approved excerpt. */
    | 'approved'
    /** The selection may be quoted as it is. */
    | 'own'
    | 'too-long'
    /** The reuse terms allow approved excerpts alone. */
    | 'approved-only'
    /** The reuse terms allow no quotation. */
    | 'none'
    /** Nothing that could be quoted is selected. */
    | 'nothing-selected';
  /** Longest free quotation in characters; 0 where none is allowed. */
  readonly max: number;
  /** The first is the one to start with. Never empty. */
  readonly choices: readonly Choice[];
}

/** What a record lets a doctor do with a passage: approved excerpts first, own words of the text only within its reuse terms. */
export function offerOf(record: RenderRecord, passage: Passage | undefined): Offer {
  const approved = record.excerpts ?? [];
  const all: readonly Choice[] = [...approved.map(choiceOf), { kind: 'label' }];
  const max = longestQuote(record);
  const terms = termsOf(record, max);
  if (!passage) return { why: 'nothing-selected', max, choices: terms === 'none' ? [{ kind: 'label' }] : all };
  const free = terms === 'free' && passage.length <= max;
  const touched = excerptAt(passage.reading, approved);
  if (touched)
    return { why: 'approved', max, choices: [choiceOf(touched), ...(free ? [{ kind: 'own' } as const] : [])] };
  switch (terms) {
    case 'free':
      return free ? { why: 'own', max, choices: [{ kind: 'own' }] } : { why: 'too-long', max, choices: all };
    case 'approved-only':
      return { why: 'approved-only', max, choices: all };
    case 'none':
      return { why: 'none', max, choices: [{ kind: 'label' }] };
  }
}

/** Whether the reuse terms allow a free quotation of this text. */
export function mayQuote(record: RenderRecord, text: string): boolean {
  return [...text].length <= longestQuote(record);
}

/** 0 unless the record says how long a free quotation may be: it may say nothing that we know, and then none is free. */
function longestQuote({ reuse: { quote, quoteMax = 0 } }: RenderRecord): number {
  return quote === 'max-length' && quoteMax > 0 ? quoteMax : 0;
}

function termsOf({ reuse }: RenderRecord, max: number): 'free' | 'approved-only' | 'none' {
  switch (reuse.quote) {
    case 'max-length':
      return max > 0 ? 'free' : 'approved-only';
    case 'approved-only':
      return 'approved-only';
    case 'none':
      return 'none';
    default: // The browser's reader does not check this field.
      return 'none';
  }
}

function choiceOf(excerpt: Excerpt): Choice {
  return { kind: 'approved', excerpt };
}
