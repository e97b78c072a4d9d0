// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ENGLISH, parseLink } from '@pullquote/record';
import { compose } from '../../packages/elements/src/share/compose.js';
import { shareFact } from '../../packages/elements/src/share/fact.js';
import { refusal, refusedBy } from '../../packages/elements/src/share/refusal.js';
import { authorsOwn } from '../../packages/elements/src/stored-text.js';
import { allowedPlaces } from '../../packages/elements/src/share/where.js';
import { sponsorOf, statementOf } from '../../packages/elements/src/share/sponsor.js';
import type { Assessment } from '../../packages/elements/src/source/assess.js';
import { ENGLISH_WORDS } from '../../packages/elements/src/words.js';
import { ENGLISH_SHARING } from '../../packages/elements/src/share/words.js';
import { createTestPublisher } from '../support/publisher.js';

const publisher = await createTestPublisher();
const { record, link: text, digest } = await publisher.sign();
const link = parseLink(text);
const post = { record, link, country: 'US', comment: 'My own words.', words: ENGLISH };

const assessment = (changes: Partial<Assessment> = {}): Assessment => ({
  verdict: { state: 'verified', reason: 'all-checks-passed', record, digest },
  unknown: false,
  country: 'US',
  host: 'community',
  ...changes,
});

function stored(html: string): Element {
  const holder = new DOMParser().parseFromString(html, 'text/html');
  const quote = holder.querySelector('blockquote');
  if (!quote) throw new Error('no blockquote');
  return quote;
}

describe('a stored post', () => {
  it('gives back nothing of its own when nobody touched it', () => {
    expect(authorsOwn(stored(compose(post, 'html')), record, link, 'US', ENGLISH)).toEqual([]);
  });

  it('survives a forum that turns paragraphs into line breaks', () => {
    const html = compose(post, 'html').replace(/<\/p>\n<p>/g, '<br>');
    expect(authorsOwn(stored(html), record, link, 'US', ENGLISH)).toEqual([]);
  });

  it('keeps an altered line and an added one as the author’s', () => {
    const html = compose(post, 'html')
      .replace('Promotional ·', 'Independent ·')
      .replace('</blockquote>', '<p>Buy it.</p></blockquote>');
    const own = authorsOwn(stored(html), record, link, 'US', ENGLISH).map((node) => node.textContent);
    expect(own).toHaveLength(2);
    expect(own[0]).toContain('Independent');
    expect(own[1]).toBe('Buy it.');
  });
});

describe('a post with a quotation of the doctor’s own', () => {
  const quote = {
    text: 'Low <b>dose</b>\nTwice daily',
    url: 'https://publisher.example/item#:~:text=Low,daily',
    note: 'My own selection.',
    link: 'In its place',
    refusal: () => undefined,
  };

  it('stands between comment and label, in quotation marks, marked, and inert', () => {
    const html = compose({ ...post, quote }, 'html');
    expect(html).toMatch(
      /^<p>My own words\.<\/p>\n<p>“Low &#60;b&#62;dose&#60;\/b&#62;<\/p>\n<p>Twice daily”<\/p>\n<p>My own selection\. <a href="https:[^"]*#:~:text=Low,daily" rel="nofollow noopener noreferrer">In its place<\/a><\/p>\n<blockquote>/,
    );
    expect(compose({ ...post, quote, comment: '' }, 'text')).toMatch(
      /^“Low <b>dose<\/b>\nTwice daily”\nMy own selection\. In its place: https:\S+daily\n\nSource as stated/,
    );
  });

  it('leaves label and item link as they are without one', () => {
    const html = compose({ ...post, quote }, 'html');
    expect(html.slice(html.indexOf('<blockquote>'))).toBe(compose({ ...post, comment: '' }, 'html'));
    expect(authorsOwn(stored(html), record, link, 'US', ENGLISH)).toEqual([]);
  });
});

describe('the fact that a share is', () => {
  it('is quoted for a quote that all members can read, and nothing more than that', () => {
    const about = { item: record.id, version: 1 };
    expect(shareFact(record, 1, open, true)).toEqual({ fact: 'quoted', depth: 1, ...about });
    expect(shareFact(record, 2, open, true)).toEqual({ fact: 'quoted', depth: 2, ...about });
    expect(shareFact(record, 1, { id: '1', label: 'x' }, true)).toEqual({
      fact: 'sent-privately',
      item: record.id,
      version: 1,
    });
  });

  const open = { id: '1', label: 'x', visibility: 'members' } as const;
  it.each([
    [1, open, { fact: 'shared', depth: 1 }],
    [2, open, { fact: 'reshared', depth: 2 }],
    [9, open, { fact: 'reshared', depth: 3 }],
    [1, { ...open, visibility: 'restricted' as const }, { fact: 'sent-privately' }],
    [1, { id: '1', label: 'said nothing of who reads it' }, { fact: 'sent-privately' }],
  ])('depth %i', (depth, destination, expected) => {
    expect(shareFact(record, depth, destination)).toEqual({ item: record.id, version: 1, ...expected });
  });
});

describe('what may not be shared', () => {
  const now = (of: typeof record) =>
    assessment({ verdict: { state: 'verified', reason: 'all-checks-passed', digest, record: of } });

  it('lets a verified item pass, and nothing else', () => {
    expect(refusedBy(assessment(), 1)).toBeUndefined();
    for (const state of [
      'unlisted',
      'altered',
      'unchecked',
      'suspended',
      'expired',
      'superseded',
      'not-for-audience',
    ] as const) {
      expect(refusedBy(assessment({ verdict: { state, reason: 'expired', record, digest } }), 1)).toBe('unverified');
    }
    expect(refusedBy(assessment({ verdict: { state: 'withdrawn', reason: 'withdrawn', record, digest } }), 1)).toBe(
      'withdrawn',
    );
    expect(refusedBy(assessment({ unknown: true }), 1)).toBe('new');
    expect(refusedBy(now({ ...record, promotionalStatus: 'medical-information-response' }), 1)).toBe('one-person');
  });

  it('holds to the reuse terms', () => {
    const terms = (reuse: Partial<typeof record.reuse>) => now({ ...record, reuse: { ...record.reuse, ...reuse } });
    expect(refusedBy(terms({ reshare: false }), 2)).toBe('no-resharing');
    expect(refusedBy(terms({ maxDepth: 2 }), 3)).toBe('no-resharing');
    expect(refusedBy(terms({ maxDepth: 2 }), 2)).toBeUndefined();
  });

  it('says why in words', async () => {
    const says = (found: Assessment, depth = 1) => refusal(found, depth, ENGLISH_WORDS, ENGLISH_SHARING);
    expect(await says(assessment())).toBeUndefined();
    expect(await says(assessment({ unknown: true }))).toContain('New here');
    expect(await says(now({ ...record, reuse: { ...record.reuse, reshare: false } }), 2)).toContain(
      'do not allow sharing this on',
    );
    const gone = { state: 'withdrawn', reason: 'withdrawn', record, digest } as const;
    expect(await says(assessment({ verdict: gone }))).toBe('This item has been withdrawn. It can no longer be shared.');
  });
});

describe('where a share can go', () => {
  const places = [
    { id: '1', label: 'a', visibility: 'members' },
    { id: '2', label: 'b', kind: 'direct-message' },
    { id: '3', label: 'c', kind: 'carrier-pigeon' as never, visibility: 'members' },
  ] as const;
  const of = (channels: typeof record.reuse.channels) =>
    allowedPlaces(places, { ...record, reuse: { ...record.reuse, channels } }).map(({ id }) => id);

  it('is what the reuse terms allow, and a kind that nobody knows counts as private', () => {
    expect(of(undefined)).toEqual(['1', '2', '3']);
    expect(of({ deny: ['direct-message'] })).toEqual(['1']);
    expect(of({ deny: ['discussion'] })).toEqual(['2', '3']);
    expect(of({ allow: ['print'] })).toEqual([]);
    expect(shareFact(record, 1, places[1])).toMatchObject({ fact: 'sent-privately' });
    expect(shareFact(record, 1, places[2])).toMatchObject({ fact: 'sent-privately' });
  });
});

describe('a statement of a tie to the sponsor', () => {
  const sponsor = sponsorOf(record, ENGLISH_WORDS.list);

  it('is said by nobody who did not choose to', () => {
    expect(statementOf('unsaid', sponsor, ENGLISH_SHARING)).toBeUndefined();
    expect(statementOf('none', undefined, ENGLISH_SHARING)).toBeUndefined();
  });

  it('names the sponsor, and stands between the comment and the label as the doctor’s own', () => {
    const statement = statementOf('some', sponsor, ENGLISH_SHARING);
    expect(statement).toBe('I have a tie to Parke-Davis Div of Pfizer Inc.');
    const html = compose({ ...post, statement }, 'html');
    expect(html).toMatch(
      /^<p>My own words\.<\/p>\n<p>I have a tie to Parke-Davis Div of Pfizer Inc\.<\/p>\n<blockquote>/,
    );
    expect(authorsOwn(stored(html), record, link, 'US', ENGLISH)).toEqual([]);
    expect(compose({ ...post, comment: ' ', statement }, 'text')).toMatch(/^I have a tie to .*\n\nSource as stated/);
  });

  it('names whoever paid where no sponsor is listed, and each name once', () => {
    const parties = (...all: [role: 'funder' | 'mah' | 'author', name: string][]) =>
      sponsorOf({ ...record, parties: all.map(([role, name]) => ({ role, name })) }, ENGLISH_WORDS.list);
    expect(parties(['funder', 'A'], ['funder', 'B'], ['funder', 'A'], ['mah', 'C'])).toBe('A and B');
    expect(parties(['author', 'Dr X'])).toBeUndefined();
  });

  it('is inert', () => {
    const record2 = { ...record, parties: [{ role: 'sponsor' as const, name: '<b>\u202eX</b>' }] };
    const statement = statementOf('none', sponsorOf(record2, ENGLISH_WORDS.list), ENGLISH_SHARING);
    expect(statement).not.toContain('\u202e');
    expect(compose({ ...post, statement }, 'html')).not.toContain('<b>');
  });
});
