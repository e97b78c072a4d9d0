import type { Rule } from './rule.js';
import { isBlank } from './text.js';

/** What may be quoted: the approved words, with their source, and with what must stand beside them. */
export const excerptRule: Rule = {
  id: 'ALL-07',
  where: 'all',
  severity: 'error',
  confirmed: true,
  citation: '2001/83/EC art. 92; EFPIA 2019',
  checks:
    'Every excerpt has its own id, the hash of its text, a citation that stands in the list, and readable words in mustAccompany where that is given.',
  *check({ excerpts = [], citations = [] }, { excerptHashes }) {
    const known = new Set(citations.map(({ n }) => n));
    const seen = new Set<string>();
    for (const [i, { id, sha256, citations: cited = [], mustAccompany }] of excerpts.entries()) {
      const path = `excerpts.${i}`;
      if (seen.has(id))
        yield { path: `${path}.id`, message: `Two excerpts have the id ${id}.`, fix: 'Give each excerpt its own id.' };
      seen.add(id);
      if (excerptHashes !== undefined && excerptHashes.get(id) !== sha256)
        yield {
          path: `${path}.sha256`,
          message: 'The hash is not that of the text, so the text is not the one that was approved.',
          fix: 'Restore the approved text; for a new text, delete sha256 and have it approved.',
        };
      if (cited.length === 0)
        yield {
          path: `${path}.citations`,
          message: 'The excerpt cites nothing.',
          fix: 'Give the number of the citation that it is taken from.',
        };
      for (const n of cited) {
        if (!known.has(n))
          yield {
            path: `${path}.citations`,
            message: `The excerpt cites number ${n}, which is not in the list.`,
            fix: `Add citation ${n} under citations, or correct the number.`,
          };
      }
      if (mustAccompany !== undefined && isBlank(mustAccompany))
        yield {
          path: `${path}.mustAccompany`,
          message: 'The text that must stand beside the excerpt holds nothing that can be read.',
          fix: 'Write the text, or delete the field if nothing must accompany it.',
        };
    }
  },
};
