import {
  CROWD_CELLS,
  CROWD_EPSILON,
  CROWD_FACTS,
  CROWD_THRESHOLD,
  crowdEventSchema,
  factSchema,
  laneOf,
  PUBLIC_BOUND,
  PUBLIC_FACTS,
  publicEventSchema,
  statusHeldEventSchema,
} from '@pullquote/events';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const page = await readFile(new URL('../../docs/doctors/what-is-sent.md', import.meta.url), 'utf8');
const flat = page.replace(/\s+/g, ' ');

/** Under a heading: what stands in the first column of its tables. */
function codesUnder(heading: string): string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`what-is-sent.md has no heading "${heading}".`);
  return [...section.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, code = '']) => code).sort();
}
const sorted = (...lists: (readonly string[])[]) => lists.flat().sort();

describe('docs/doctors/what-is-sent.md', () => {
  it('lists every public code, and every field of a public event', () => {
    const { data } = publicEventSchema.entries;
    expect(codesUnder('When you post where all members can read it')).toEqual(
      sorted(PUBLIC_FACTS, Object.keys(data.entries)),
    );
  });

  it('lists every private code, and every field of a crowd figure', () => {
    const { data } = crowdEventSchema.entries;
    expect(codesUnder('When you do anything else')).toEqual(
      sorted(CROWD_FACTS, ['excerpt.…', 'room.…', 'share-blocked.…'], Object.keys(data.entries)),
    );
  });

  it('knows no family of codes too few: these three are all', () => {
    expect(['excerpt.e3', 'room.cardiology', 'share-blocked.GB-02'].map(laneOf)).toEqual(['crowd', 'crowd', 'crowd']);
    for (const family of ['search', 'member', 'thread', 'comment', 'session', 'patient'])
      expect(laneOf(`${family}.x1`)).toBeUndefined();
  });

  it('lists every field that stands beside an event, of each kind', () => {
    for (const schema of [publicEventSchema, crowdEventSchema, statusHeldEventSchema])
      expect(codesUnder('Beside every event')).toEqual(sorted(Object.keys(schema.entries)));
    for (const field of Object.keys(statusHeldEventSchema.entries.data.entries)) expect(page).toContain(`\`${field}\``);
  });

  it('says all that a fact holds', () => {
    const said: Record<string, string> = {
      id: 'a random number so that nothing is counted twice',
      fact: 'one code of the lists below',
      item: 'the item and its version',
      version: 'the item and its version',
      depth: 'whether it was a first post or shared on',
      age: 'for how many days',
    };
    expect(Object.keys(said).sort()).toEqual(Object.keys(factSchema.entries).sort());
    for (const words of Object.values(said)) expect(flat).toContain(words);
  });

  it('gives the numbers that the code goes by', () => {
    expect(flat).toContain(`at least ${CROWD_THRESHOLD}`);
    expect(flat).toContain(`in at most ${CROWD_CELLS} numbers`);
    expect(flat).toContain(`at most ${PUBLIC_BOUND} times for an item and week`);
    for (const cells of [1, 2]) {
      const odds = 1 / (1 + Math.exp((-cells * CROWD_EPSILON.numerator) / CROWD_EPSILON.denominator));
      expect(flat).toContain(`${Math.round(100 * odds)} to ${Math.round(100 * (1 - odds))}`);
    }
  });

  it('promises nothing in words that promise too much', () => {
    expect(page).not.toMatch(/anonym|compliant|viral|guarantee/i);
  });
});
