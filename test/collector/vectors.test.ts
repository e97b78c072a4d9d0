import { readFileSync } from 'node:fs';
import type { CommunityFile } from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import { bench, post, send, trust } from './setup.js';

interface Vectors {
  readonly today: string;
  readonly publisher: string;
  readonly community: CommunityFile;
  readonly events: readonly {
    name: string;
    event: unknown;
    result: 'accepted' | { readonly code: string; readonly field: string };
  }[];
  readonly batches: readonly {
    name: string;
    headers: Record<string, string>;
    body: string;
    status: number;
    answer: object;
  }[];
}

const file = new URL('../../docs/developers/spec/vectors/event.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
const config = {
  publishers: [{ origin: vectors.publisher, name: 'Parke-Davis' }],
  clock: () => Date.parse(`${vectors.today}T12:00:00Z`),
};

describe('the test vectors of spec/event.md', () => {
  it.each(vectors.events)('event: $name', async ({ event, result }) => {
    // The vectors hold no private key: the community of the bench has the same origin and a key of its own.
    const { collector, key, rows } = await bench(config);
    const { status, body } = await send(collector, [event], key, vectors.publisher);
    expect(status).toBe(202);
    if (result === 'accepted') expect(body).toEqual({ accepted: 1, duplicates: 0, refused: [] });
    else {
      expect(body).toMatchObject({ accepted: 0, refused: [{ index: 0, code: result.code }] });
      expect(body.refused?.[0]?.detail.startsWith(`${result.field}:`)).toBe(true);
    }
    expect(await rows('events')).toBe(result === 'accepted' ? 1 : 0);
  });

  it.each(vectors.batches)('batch: $name', async ({ headers, body: text, status, answer }) => {
    const { collector, rows } = await bench(config, { trusting: false });
    await trust(collector, vectors.community);
    const received = await post(collector, text, headers);
    expect(received.status).toBe(status);
    expect(received.body).toMatchObject(answer);
    expect(await rows('events')).toBe(received.body.accepted ?? 0);
  });
});
