import {
  compactLabel,
  encode,
  expandedItems,
  judge,
  signJws,
  VERDICT_STATES,
  type ContentRecord,
  type Evidence,
  type VerdictState,
} from '@pullquote/record';
import { expect, describe, it } from 'vitest';
import { flipBit, goodEvidence, maximalRecord, newPublisher, NOW, ORIGIN } from './fixtures.js';

const publisher = await newPublisher();
type Change = Parameters<typeof goodEvidence>[1];
const good = (change?: Change) => goodEvidence(publisher, change);

/** What makes a state apply, on top of whatever else is wrong. */
interface Spoiler {
  readonly change?: Change;
  readonly spoil?: (evidence: Evidence) => Evidence;
  /** What the spoiler takes away: bytes that never came cannot be seen to be altered. */
  readonly hides?: 'bytes' | 'list';
  /** What it can only be seen in. */
  readonly needs?: 'bytes' | 'list';
}

const tampered = (evidence: Evidence): Evidence => ({ ...evidence, jws: flipBit(String(evidence.jws), 1, 99) });

const SPOILERS: Record<VerdictState, readonly Spoiler[]> = {
  unlisted: [{ spoil: (evidence) => ({ ...evidence, publisher: undefined }) }],
  altered: [
    { spoil: tampered, needs: 'bytes' },
    {
      spoil: (evidence) => ({ ...evidence, expected: { ...evidence.expected, digest: encode(new Uint8Array(16)) } }),
      needs: 'bytes',
    },
  ],
  withdrawn: [
    { spoil: (evidence) => ({ ...evidence, withdrawn: true }) },
    { change: { state: 'withdrawn' }, needs: 'list' },
  ],
  unchecked: [
    { spoil: (evidence) => ({ ...evidence, status: 'unreachable' }), hides: 'list' },
    { spoil: (evidence) => ({ ...evidence, jws: 'unreachable' }), hides: 'bytes' },
    { change: { times: { iat: NOW - 9_000, exp: NOW } } },
    { spoil: (evidence) => ({ ...evidence, newestStatus: NOW }) },
  ],
  suspended: [{ change: { state: 'suspended' } }],
  expired: [{ change: { record: { exp: NOW } } }],
  superseded: [{ change: { state: 'superseded' } }],
  'not-for-audience': [
    { spoil: (evidence) => ({ ...evidence, country: 'FR' }) },
    { spoil: (evidence) => ({ ...evidence, hcp: false }) },
    { spoil: (evidence) => ({ ...evidence, hcp: undefined }) },
  ],
  verified: [{}],
};

/** Can both be so of one item, and both be seen? One list says one thing; without the record nobody knows the item's place in it. */
function canMeet(one: Spoiler, other: Spoiler): boolean {
  const states = new Set([one.change?.state, other.change?.state].filter((state) => state !== undefined));
  return states.size < 2 && !(one.needs && other.hides && (other.hides === 'bytes' || one.needs === other.hides));
}

async function evidenceOf(...spoilers: readonly Spoiler[]): Promise<Evidence> {
  const evidence = await good(Object.assign({}, ...spoilers.map(({ change }) => change)) as Change);
  return spoilers.reduce((spoilt, { spoil }) => spoil?.(spoilt) ?? spoilt, evidence);
}

describe('each state by itself', () => {
  const each = VERDICT_STATES.flatMap((state) => SPOILERS[state].map((spoiler) => [state, spoiler] as const));

  it.each(each)('%s (%#)', async (state, spoiler) => {
    expect((await judge(await evidenceOf(spoiler))).state).toBe(state);
  });
});

describe('of two states that apply, the earlier', () => {
  const pairs = VERDICT_STATES.flatMap((earlier, i) =>
    VERDICT_STATES.slice(i + 1).flatMap((later) =>
      SPOILERS[earlier].flatMap((one) => SPOILERS[later].map((other) => ({ earlier, later, one, other }))),
    ),
  ).filter(({ one, other }) => canMeet(one, other));

  it('is tried for every two neighbours', () => {
    const tried = new Set(pairs.map(({ earlier, later }) => `${earlier} ${later}`));
    for (let i = 1; i < VERDICT_STATES.length; i++)
      expect(tried).toContain(`${VERDICT_STATES[i - 1]} ${VERDICT_STATES[i]}`);
  });

  it.each(pairs)('$earlier before $later (%#)', async ({ earlier, one, other }) => {
    expect((await judge(await evidenceOf(one, other))).state).toBe(earlier);
    expect((await judge(await evidenceOf(other, one))).state).toBe(earlier);
  });
});

describe('the gate', () => {
  it('is for verified healthcare professionals only where the record asks for them', async () => {
    const { reuse } = await maximalRecord();
    const open = await good({ record: { reuse: { ...reuse, requireVerifiedHcp: false } } });
    expect(await judge({ ...open, hcp: undefined })).toMatchObject({ state: 'verified', gate: undefined });
    expect(await judge({ ...(await good()), hcp: undefined })).toMatchObject({ reason: 'hcp-only', gate: 'hcp-only' });
  });

  it('names the country first when both keep the content back', async () => {
    expect(await judge({ ...(await good()), country: 'FR', hcp: false })).toMatchObject({ reason: 'other-audience' });
  });

  it('holds in the states that would show the content, too', async () => {
    for (const change of [{ state: 'superseded' }, { record: { exp: NOW } }] as const) {
      const verdict = await judge({ ...(await good(change)), hcp: false });
      expect(verdict.gate).toBe('hcp-only');
      expect(verdict.state).not.toBe('not-for-audience');
      const { record, state, gate } = verdict;
      if (!record) throw new Error('no record');
      const fields = compactLabel(record, { state, gate, country: 'GB', excerpt: 'e1' }).compact.map(
        ({ field }) => field,
      );
      expect(fields).not.toContain('excerpt');
      expect(fields).toContain('company');
      expect(expandedItems(record, { state, gate, country: 'GB' }).map(({ field }) => field)).not.toContain('summary');
    }
  });
});

describe('never verified', () => {
  it('when a stale list is the only one that says withdrawn: that still withdraws', async () => {
    const evidence = await good({ state: 'withdrawn', times: { iat: NOW - 9_000, exp: NOW - 1 } });
    expect(await judge(evidence)).toMatchObject({ state: 'withdrawn', reason: 'withdrawn' });
  });

  it('when the list behind a known withdrawal cannot be reached', async () => {
    const evidence = await good();
    expect((await judge({ ...evidence, withdrawn: true, status: 'unreachable' })).state).toBe('withdrawn');
    expect((await judge({ ...evidence, withdrawn: true, jws: 'unreachable' })).state).toBe('withdrawn');
  });

  it('when the record is the publisher’s but another item’s, another version or another origin’s', async () => {
    const evidence = await good();
    const { url } = evidence.expected;
    expect(await judge({ ...evidence, expected: { url: `${url}-2` } })).toMatchObject({ state: 'altered' });
    expect(await judge({ ...evidence, expected: { url, version: 1 } })).toMatchObject({
      state: 'altered',
      reason: 'changed-since-shared',
    });
    expect(await judge({ ...evidence, expected: { url: 'https://other.example/item' } })).toMatchObject({
      state: 'unlisted',
    });
    expect(
      await judge({ ...evidence, publisher: { origin: 'https://other.example', jwks: publisher.jwks } }),
    ).toMatchObject({
      state: 'unlisted',
    });
  });

  it('when the list is for another address or has no such place', async () => {
    const evidence = await good();
    if (evidence.status === 'unreachable') throw new Error('the evidence has no list');
    const other = { ...evidence.status, uri: `${ORIGIN}/other.jwt` };
    expect(await judge({ ...evidence, status: other })).toMatchObject({ state: 'unchecked' });
    const short = { ...evidence.status, stateAt: () => { throw new RangeError('outside'); } }; // prettier-ignore
    expect(await judge({ ...evidence, status: short })).toMatchObject({ state: 'unchecked' });
  });

  it('when the list says something that this version does not know', async () => {
    const evidence = await good();
    if (evidence.status === 'unreachable') throw new Error('the evidence has no list');
    const strange = { ...evidence.status, stateAt: () => 'paused' as never };
    expect(await judge({ ...evidence, status: strange })).toMatchObject({ state: 'unchecked' });
  });

  it.each([
    ['a kind of content', { contentType: 'hologram' }],
    ['a promotional status', { promotionalStatus: 'fine' }],
    ['a schema', { schema: 'pullquote/2' }],
  ])('when the record holds %s that this version does not know', async (_, change) => {
    const record = { ...(await maximalRecord()), ...change } as ContentRecord;
    const payload = new TextEncoder().encode(JSON.stringify(record));
    const jws = await signJws(payload, publisher.recordKey, 'pullquote-record+jwt');
    const evidence = await good();
    const verdict = await judge({ ...evidence, jws, expected: { url: record.canonicalUrl } });
    expect(verdict).toMatchObject({ state: 'unchecked', reason: 'record-unreadable' });
    expect(verdict.record).toBeUndefined();
  });

  it('when the browser cannot do the algorithm: that says nothing against the bytes', async () => {
    const evidence = await good();
    const { importKey } = crypto.subtle;
    crypto.subtle.importKey = () => Promise.reject(new DOMException('no P-256 here', 'NotSupportedError'));
    try {
      expect(await judge(evidence)).toMatchObject({ state: 'unchecked', reason: 'algorithm-missing' });
    } finally {
      crypto.subtle.importKey = importKey;
    }
  });
});

describe('what a verdict hands on', () => {
  it('is the record only when its signature held', async () => {
    const evidence = await good();
    const verdict = await judge(evidence);
    expect(verdict).toMatchObject({ state: 'verified', reason: 'all-checks-passed', digest: evidence.expected.digest });
    expect(verdict.record?.title).toBe('Atorvastatin: drug interactions at a glance');
    expect((await judge(tampered(evidence))).record).toBeUndefined();
  });

  it('is verified for an item that is shared for the first time, with no digest to hold it against', async () => {
    const evidence = await good();
    expect((await judge({ ...evidence, expected: { url: evidence.expected.url } })).state).toBe('verified');
  });
});
