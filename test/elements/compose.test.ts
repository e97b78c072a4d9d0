// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ENGLISH, parseLink } from '@pullquote/record';
import { compose } from '../../packages/elements/src/share/compose.js';
import { shareFact } from '../../packages/elements/src/share/fact.js';
import { refusal as refusalIn } from '../../packages/elements/src/share/refusal.js';
import { authorsOwn } from '../../packages/elements/src/stored-text.js';
import type { Assessment } from '../../packages/elements/src/source/assess.js';
import { ENGLISH_SHARING } from '../../packages/elements/src/share/words.js';
import { createTestPublisher } from '../support/publisher.js';

const publisher = await createTestPublisher();
const { record, link: text, digest } = await publisher.sign();
const link = parseLink(text);
const post = { record, link, country: 'US', comment: 'My own words.', words: ENGLISH };
const refusal = (found: Assessment, depth: number) => refusalIn(found, depth, ENGLISH_SHARING);

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
    const about = { item: record.id, version: 1, visibility: 'members' };
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
    [1, open, { fact: 'shared', depth: 1, visibility: 'members' }],
    [2, open, { fact: 'reshared', depth: 2, visibility: 'members' }],
    [9, open, { fact: 'reshared', depth: 3, visibility: 'members' }],
    [1, { ...open, visibility: 'restricted' as const }, { fact: 'sent-privately' }],
    [1, { id: '1', label: 'said nothing of who reads it' }, { fact: 'sent-privately' }],
  ])('depth %i', (depth, destination, expected) => {
    expect(shareFact(record, depth, destination)).toEqual({ item: record.id, version: 1, ...expected });
  });
});

describe('what may not be shared', () => {
  it('lets a verified item pass, and nothing else', () => {
    expect(refusal(assessment(), 1)).toBeUndefined();
    for (const state of [
      'unlisted',
      'altered',
      'withdrawn',
      'unchecked',
      'suspended',
      'expired',
      'superseded',
      'not-for-audience',
    ] as const) {
      expect(refusal(assessment({ verdict: { state, reason: 'expired', record, digest } }), 1)).toBeTypeOf('string');
    }
    expect(refusal(assessment({ unknown: true }), 1)).toContain('New here');
  });

  it('holds to the reuse terms', () => {
    const terms = (reuse: Partial<typeof record.reuse>) =>
      assessment({
        verdict: {
          state: 'verified',
          reason: 'all-checks-passed',
          digest,
          record: { ...record, reuse: { ...record.reuse, ...reuse } },
        },
      });
    expect(refusal(terms({ channels: { deny: ['discussion'] } }), 1)).toContain('do not allow posting');
    expect(refusal(terms({ channels: { allow: ['print'] } }), 1)).toContain('do not allow posting');
    expect(refusal(terms({ reshare: false }), 2)).toContain('do not allow sharing this on');
    expect(refusal(terms({ maxDepth: 2 }), 3)).toContain('do not allow sharing this on');
    expect(refusal(terms({ maxDepth: 2 }), 2)).toBeUndefined();
  });
});
