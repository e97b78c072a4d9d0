import { clean, type RenderRecord } from '@pullquote/record/reader';
import type { Words } from '../words.js';
import type { Draft } from './draft.js';
import type { ShareWords } from './words.js';

/** Names of those who paid for the item, as the record lists them; undefined where it names none. */
export function sponsorOf({ parties }: RenderRecord, list: Words['list']): string | undefined {
  for (const role of ['sponsor', 'funder', 'mah', 'publisher'] as const) {
    const names = new Set(parties.filter((party) => party.role === role).map(({ name }) => clean(name)));
    if (names.size > 0) return list([...names]);
  }
  return undefined;
}

/** The doctor's own sentence about a tie to the sponsor, or undefined where they chose to say nothing. */
export function statementOf(tie: Draft['tie'], sponsor: string | undefined, words: ShareWords): string | undefined {
  if (sponsor === undefined) return undefined;
  switch (tie) {
    case 'none':
      return words.noTie(sponsor);
    case 'some':
      return words.aTie(sponsor);
    case 'unsaid':
      return undefined;
  }
}
