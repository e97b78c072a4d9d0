import { FACT_DAYS, MAX_FACTS, MAX_FACTS_BYTES, type Fact } from '@pullquote/events';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { CAP, Queue } from '../../../packages/events/src/browser/queue.js';
import { factOf, VIEWED } from '../fixtures.js';

const clock = { day: 20_000 };
beforeEach(() => {
  clock.day = 20_000;
});

function newQueue(count = 0): { queue: Queue; lost: Fact[] } {
  const lost: Fact[] = [];
  const queue = new Queue(
    (facts) => lost.push(...facts),
    () => clock.day,
  );
  for (let i = 0; i < count; i++) queue.add(factOf(i));
  return { queue, lost };
}

it('gives facts out in order, in batches of the largest size that a server takes', () => {
  const { queue } = newQueue(45);
  expect([queue.take().length, queue.take().length, queue.take().length, queue.take().length]).toEqual([
    MAX_FACTS,
    MAX_FACTS,
    5,
    0,
  ]);
});

it('puts a batch back in front', () => {
  const { queue } = newQueue(30);
  const first = queue.take();
  queue.putBack(first);
  expect(queue.take()).toEqual(first);
  expect(queue.size).toBe(10);
});

it('never makes a body larger than a server takes, except of one fact alone', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9_000), { minLength: 1, maxLength: 30 }), (lengths) => {
      const { queue } = newQueue();
      const facts = lengths.map((length, i) => factOf(i, { ...VIEWED, item: `urn:x-é:${'é'.repeat(length)}` }));
      for (const fact of facts) queue.add(fact);
      const out: Fact[] = [];
      while (queue.size > 0) {
        const batch = queue.take();
        expect(batch.length).toBeGreaterThan(0);
        expect(batch.length).toBeLessThanOrEqual(MAX_FACTS);
        if (batch.length > 1) expect(Buffer.byteLength(JSON.stringify(batch))).toBeLessThanOrEqual(MAX_FACTS_BYTES);
        out.push(...batch);
      }
      expect(out).toEqual(facts);
    }),
  );
});

it(`holds ${CAP}: the oldest makes room and is reported`, () => {
  const { queue, lost } = newQueue(CAP + 3);
  expect(queue.size).toBe(CAP);
  expect(lost).toEqual([factOf(0), factOf(1), factOf(2)]);
  const batch = queue.take();
  for (let i = 0; i < MAX_FACTS; i++) queue.add(factOf(5_000 + i));
  queue.putBack(batch);
  expect(queue.size).toBe(CAP);
  expect(lost.slice(3)).toEqual(batch);
});

it('can be emptied', () => {
  const { queue } = newQueue(3);
  expect(queue.drain()).toHaveLength(3);
  expect(queue.take()).toEqual([]);
});

describe('a fact that waited', () => {
  it('says for how many days, each time it goes out', () => {
    const { queue } = newQueue(1);
    expect(queue.take()).toEqual([factOf(0)]);
    queue.putBack([factOf(0)]);
    clock.day += 3;
    const aged = [{ ...factOf(0), age: 3 }];
    expect(queue.take()).toEqual(aged);
    queue.putBack(aged);
    clock.day += 1;
    expect(queue.take()).toEqual([{ ...factOf(0), age: 4 }]);
  });

  it('says nothing of a clock that was set back by a day', () => {
    const { queue } = newQueue(1);
    clock.day -= 1;
    expect(queue.take()).toEqual([factOf(0)]);
  });

  it.each([FACT_DAYS, 400, -FACT_DAYS])('for %i days is given up and reported, and what is younger goes', (days) => {
    const { queue, lost } = newQueue(2);
    clock.day += days;
    queue.add(factOf(7));
    expect(queue.take()).toEqual([factOf(7)]);
    expect(lost).toEqual([factOf(0), factOf(1)]);
    expect(queue.size).toBe(0);
  });

  it('of an earlier page goes before this page’s own, and makes room before it', () => {
    const { queue, lost } = newQueue(CAP);
    queue.adopt([
      { fact: factOf(5_001), day: 19_998, place: 0 },
      { fact: factOf(5_002), day: 19_999, place: 1 },
    ]);
    expect(lost).toEqual([factOf(5_001), factOf(5_002)]);
    queue.take();
    queue.adopt([{ fact: factOf(5_003), day: 19_998, place: 2 }]);
    expect(queue.take()[0]).toEqual({ ...factOf(5_003), age: 2 });
  });
});
