import { leftOut, passages, type Candidates } from './candidates.js';
import type { Section } from './source.js';

/** Candidates from an article's abstracts, one for each of their parts. They rest on the article itself, citation 1. */
export function jatsCandidates(sections: readonly Section[]): Candidates {
  const offers = sections
    .filter(({ code }) => code !== 'body')
    .map((abstract) => {
      const kind = abstract.code === 'abstract' || abstract.code === undefined ? '' : ` (${abstract.code})`;
      return passages(abstract, { from: `${abstract.title || 'Abstract'}${kind}` });
    });
  return {
    candidates: offers.flatMap(({ found }) => found).map((one) => ({ ...one, citations: [1] })),
    citations: [],
    notes: leftOut(offers.flatMap(({ left }) => left)),
  };
}
