import { formatLink } from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import { bench, DOCTOR, fact, ORIGIN, type Bench } from './setup.js';

const KEY = 'k'.repeat(40);
const server = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
const tell = (made: Bench, body: unknown, headers: Record<string, string> = server) =>
  made.community.fetch(
    new Request(`${ORIGIN}/pq/removed`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers,
    }),
  );
const counted = (made: Bench) =>
  made.rows<{ n: number }>('SELECT n FROM public_row').reduce((sum, { n }) => sum + n, 0);

/** A community with a server key, in which a doctor has posted once. */
async function posted() {
  const made = await bench({ serverKey: KEY });
  await made.post([fact()]);
  const [item] = made.community.items();
  const link = formatLink({ url: item?.url ?? '', version: 1, digest: made.item.digest, depth: 1 });
  return { made, told: { member: DOCTOR, link } };
}

describe('POST /pq/removed', () => {
  it('takes the event back, once, and says whether there was one', async () => {
    const { made, told } = await posted();
    const first = await tell(made, told);
    expect([first.status, await first.json()]).toEqual([200, { removed: true }]);
    expect(counted(made)).toBe(0);
    expect(await (await tell(made, told)).json()).toEqual({ removed: false });
  });

  it('finds a post by its day alone, where a day is named', async () => {
    const { made, told } = await posted();
    expect(await (await tell(made, { ...told, day: '2026-11-01' })).json()).toEqual({ removed: false });
    expect(await (await tell(made, { ...told, day: '2026-11-18' })).json()).toEqual({ removed: true });
  });

  it('is taken with the server key alone, and where there is one', async () => {
    const { made, told } = await posted();
    const others: Record<string, string>[] = [
      { ...server, authorization: `Bearer ${'x'.repeat(40)}` },
      { 'content-type': 'application/json' },
      { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', origin: ORIGIN },
    ];
    for (const headers of others) {
      const refused = await tell(made, told, headers);
      expect([refused.status, await refused.json()]).toMatchObject([401, { code: 'server-key' }]);
    }
    expect(counted(made)).toBe(1);
    await made.open();
    expect((await tell(made, told)).status).toBe(404);
    expect(counted(made)).toBe(1);
  });

  it.each<[string, (told: object) => unknown, string]>([
    ['no JSON', () => 'member=1', 'The body must be'],
    ['a list', (told) => [told], 'The body must be'],
    ['more than is asked for', (told) => ({ ...told, post: 4711 }), 'The body must be'],
    ['a day that is none', (told) => ({ ...told, day: 'yesterday' }), 'The body must be'],
    ['a link that names no item', (told) => ({ ...told, link: 'https://publisher.example/' }), 'link: '],
    ['nobody', (told) => ({ ...told, member: '' }), 'member: '],
  ])('refuses %s, and says what is wrong', async (_, make, detail) => {
    const { made, told } = await posted();
    const refused = await tell(made, make(told));
    const answer = (await refused.json()) as { code: string; detail: string };
    expect([refused.status, answer.code]).toEqual([400, 'malformed']);
    expect(answer.detail).toContain(detail);
    expect(answer.detail).not.toContain(DOCTOR);
    expect(counted(made)).toBe(1);
  });

  it('refuses what is no JSON by its type, is too long, or is asked in another way', async () => {
    const { made, told } = await posted();
    expect((await tell(made, told, { ...server, 'content-type': 'text/plain' })).status).toBe(415);
    expect((await tell(made, { ...told, member: 'x'.repeat(9_000) })).status).toBe(413);
    const asked = await made.get('/pq/removed', server);
    expect([asked.status, asked.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('says nothing of it in the log', async () => {
    const { made, told } = await posted();
    await tell(made, told);
    await tell(made, { ...told, link: 'x' });
    expect(JSON.stringify(made.logged)).not.toContain(DOCTOR);
  });
});
