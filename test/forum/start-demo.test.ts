import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STATUS_PATH } from '@pullquote/record';
import { startDemo, type Demo } from '../../examples/forum/src/start-demo.js';

/** The whole demo on free ports: real publisher, real community, real collector, real HTTP between them. */
describe('startDemo', () => {
  const root = mkdtempSync(join(tmpdir(), 'pullquote-demo-'));
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo({ root, statusTtlSeconds: 5, quiet: true });
  });
  afterAll(async () => {
    await demo.stop();
    rmSync(root, { recursive: true });
  });

  const status = async (url: string) => (await fetch(url, { redirect: 'manual' })).status;
  const record = (name: string) => `${demo.forum}/pq/record?url=${encodeURIComponent(`${demo.publisher}/${name}`)}`;

  it('serves a community, a publisher and a report', async () => {
    expect(await (await fetch(`${demo.forum}/sign-in`)).text()).toContain('Dr Amara Okafor');
    expect(await status(`${demo.publisher}/lipitor-interactions`)).toBe(200);
    expect(await (await fetch(demo.collector)).text()).toContain('Commonplace Medical Library');
  });

  it('leads from the publisher to the forum’s own composer', async () => {
    const share = await fetch(`${demo.forum}/pq/share`, { redirect: 'manual' });
    expect([share.status, share.headers.get('location')]).toEqual([302, '/new']);
  });

  it('has the publisher’s items in the community', async () => {
    expect(await status(record('lipitor-interactions'))).toBe(200);
    expect(await status(record('depression-primary-care-trial'))).toBe(200);
    expect(await status(record('nothing'))).toBe(404);
  });

  it('closes a day, also one on which nothing was shared', async () => {
    await expect(demo.closeDay()).resolves.toBeUndefined();
  });

  it('keeps the status list alive beyond its lifetime, and withdraws within the next fetch', async () => {
    const held = async () => {
      const uri = encodeURIComponent(`${demo.publisher}${STATUS_PATH}`);
      const token = await (await fetch(`${demo.forum}/pq/status?uri=${uri}`)).text();
      return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp: number };
    };
    const first = (await held()).exp;
    await expect.poll(async () => (await held()).exp, { timeout: 20_000, interval: 500 }).toBeGreaterThan(first);
    await demo.withdraw(`${demo.publisher}/lipitor-interactions`, 'Replaced by newer data');
    await expect.poll(() => status(record('lipitor-interactions')), { timeout: 20_000, interval: 500 }).toBe(410);
    expect(await status(record('depression-primary-care-trial'))).toBe(200);
  }, 60_000);
});

describe('startDemo with readers', () => {
  const root = mkdtempSync(join(tmpdir(), 'pullquote-readers-'));
  afterAll(() => rmSync(root, { recursive: true }));

  it('has crowds that are large enough in every week, and never tells the small ones', async () => {
    const demo = await startDemo({ root, quiet: true, count: 'all', readers: true });
    try {
      await demo.closeWeek();
      await demo.closeWeek();
      const { crowds, refusals, weeks } = await report(demo.forum);
      expect(weeks.map(({ released }) => released)).toEqual([4, 4, 0]);
      expect(crowds).toHaveLength(8);
      expect(new Set(crowds.map(({ fact }) => fact))).toEqual(new Set(['viewed', 'label-expanded', 'pi-opened']));
      for (const { figure } of crowds) expect(figure).toBeGreaterThanOrEqual(15);
      // None of what the readers sent was refused.
      expect(refusals.filter(({ code }) => code !== 'collector-refused')).toEqual([]);
    } finally {
      await demo.stop();
    }
  }, 60_000);

  interface Report {
    readonly crowds: readonly { fact: string; figure: number }[];
    readonly refusals: readonly { code: string }[];
    readonly weeks: readonly { released: number }[];
  }
  /** As the moderator reads it. */
  async function report(forum: string): Promise<Report> {
    const cookie = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const page = await fetch(`${forum}/sign-in`);
    const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const answer = await fetch(`${forum}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ csrf, doctor: 'd-lindqvist', next: '/' }),
      headers: { origin: forum, cookie: cookie(page) },
      redirect: 'manual',
    });
    return (await (
      await fetch(`${forum}/pq/moderation.json`, { headers: { cookie: cookie(answer) } })
    ).json()) as Report;
  }
});
