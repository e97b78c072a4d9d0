import type { Candidate } from '../import/candidates.js';
import type { DraftContent, Missing, SourceDocument } from '../import/source.js';
import type { Fields } from './fields.js';
import type { Prompter } from './prompter.js';
import { questionFor } from './questions.js';

/**
 * Asks a person for each missing field, one by one, each with its explanation. What is left for later, and what only an editor can
 * fill in, stays under `missing`; stopping half-way keeps what was answered.
 */
export async function completeDraft(source: SourceDocument, ask: Prompter): Promise<SourceDocument> {
  const draft = structuredClone(source.content) as Fields;
  const missing: Missing[] = [];
  let { candidates } = source;
  for (const entry of source.missing) {
    if (ask.stopped) missing.push(entry);
    else if (entry.path === 'excerpts.*') {
      const approved = await approve(candidates, entry, ask);
      if (approved === undefined) missing.push(entry);
      else {
        candidates = approved;
        dropUnused(draft, approved);
      }
    } else if (!(await answered(draft, entry, ask))) missing.push(entry);
  }
  return { ...source, content: draft as DraftContent, missing, candidates };
}

async function answered(draft: Fields, { path, why, hint }: Missing, ask: Prompter): Promise<boolean> {
  const question = questionFor(path);
  if (question === undefined) return false;
  ask.tell(path, [why, ...(hint === undefined ? [] : [hint])]);
  return question(draft, path, ask);
}

/** A section's citation goes with the last excerpt that rests on it; the source's own, number 1, stays. */
function dropUnused(draft: Fields, kept: readonly Candidate[]): void {
  const used = new Set([1, ...kept.flatMap(({ citations }) => citations)]);
  const { citations } = draft as DraftContent;
  if (citations !== undefined) draft['citations'] = citations.filter(({ n }) => used.has(n));
}

/** Only what somebody picks is kept: nothing is approved by being left alone. */
async function approve(
  candidates: readonly Candidate[],
  { path, why }: Missing,
  ask: Prompter,
): Promise<readonly Candidate[] | undefined> {
  ask.tell(path, [why]);
  const how = await ask.choose(`${candidates.length} candidate excerpts`, [
    { value: 'pick', label: 'pick those that are approved; the others are deleted' },
    { value: 'none', label: 'none is approved: delete them all' },
  ]);
  if (how === undefined) return undefined;
  if (how === 'none') return [];
  const picked = await ask.pick(
    'Approved for quoting',
    candidates.map(({ from, text }, i) => ({
      value: String(i),
      label: `${from}: ${text.replace(/\s+/g, ' ').slice(0, 80)}…`,
    })),
  );
  return picked && candidates.filter((_one, i) => picked.includes(String(i)));
}
