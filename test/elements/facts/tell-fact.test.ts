// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import type { FactDraft, FactPort } from '@pullquote/events';
import { tellFact } from '../../../packages/elements/src/share/tell-fact.js';

const recorded: FactDraft[] = [];
const port: FactPort = {
  make: () => undefined,
  preview: (draft) => (draft.version > 90 ? { tells: 'never' } : { tells: 'crowd', fact: draft }),
  record: (draft) => void recorded.push(draft),
};
const copied = (version: number): FactDraft => ({ fact: 'copied', item: 'urn:x:1', version });
beforeEach(() => {
  recorded.length = 0;
  vi.useFakeTimers();
});

it('makes one act of what is done again within half a minute, wherever on the page', () => {
  expect(tellFact(document.createElement('a'), port, copied(1))).toBe(true);
  vi.advanceTimersByTime(29_000);
  expect(tellFact(document.createElement('b'), port, copied(1))).toBe(true); // It is counted, only not twice.
  expect(tellFact(document.body, port, copied(2))).toBe(true);
  vi.advanceTimersByTime(29_000);
  tellFact(document.body, port, copied(1));
  expect(recorded).toEqual([copied(1), copied(2)]);
  vi.advanceTimersByTime(30_001);
  tellFact(document.body, port, copied(1));
  expect(recorded).toEqual([copied(1), copied(2), copied(1)]);
});

it('makes two of two posts, however soon one follows the other', () => {
  const post: FactDraft = { fact: 'shared', item: 'urn:x:1', version: 1, depth: 1 };
  tellFact(document.body, port, post);
  tellFact(document.body, port, post);
  expect(recorded).toEqual([post, post]);
});

it('shows the page what was queued, and nothing where nothing was', () => {
  const heard: unknown[] = [];
  document.addEventListener('pq-fact', (event) => heard.push((event as Event & { fact: unknown }).fact));
  tellFact(document.body, port, copied(5));
  tellFact(document.body, port, copied(5));
  expect(tellFact(document.body, port, copied(91))).toBe(false);
  expect(heard).toEqual([copied(5)]);
});
