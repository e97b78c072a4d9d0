import { randomBytes } from 'node:crypto';
import type { ForumApp } from '../app.js';
import { READERS } from '../seed/readers.js';

interface Item {
  readonly id: string;
  readonly version: number;
}

/** What the reader at a place does with the first two items: four things at most, because more would not count. */
function deedsOf(place: number): (readonly ['first' | 'second', string])[] {
  const between = (from: number, below: number) => place >= from && place < below;
  return [
    ...(between(0, 52) ? [['first', 'viewed'] as const] : []),
    ...(between(0, 31) ? [['first', 'label-expanded'] as const] : []),
    ...(between(10, 34) ? [['first', 'pi-opened'] as const] : []),
    ...(between(26, 60) ? [['second', 'viewed'] as const] : []),
    // Crowds that are too small: no publisher ever hears of them.
    ...(between(50, 53) ? [['first', 'ae-link-opened'] as const] : []),
    ...(between(54, 60) ? [['second', 'source-opened'] as const] : []),
  ];
}

/**
 * Lets sixty members read in the open week. Each signs in, and tells the relay what they did as their own page would: with their
 * cookie, from the community's origin. In a week that was read already nothing is added: a doctor stands in a crowd or doesn't.
 */
export async function readAlong(forum: ForumApp, origin: string, items: readonly Item[]): Promise<void> {
  const [first, second = first] = items;
  if (!first || !second) return;
  const chosen = { first, second };
  await Promise.all(
    READERS.map(async ({ id }, place) => {
      const cookie = await signIn(forum, origin, id);
      const facts = deedsOf(place).map(([which, fact]) => ({
        id: randomBytes(16).toString('base64url').slice(0, 21),
        fact,
        item: chosen[which].id,
        version: chosen[which].version,
      }));
      await forum.fetch(
        new Request(`${origin}/pq/facts`, {
          method: 'POST',
          body: JSON.stringify(facts),
          headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie },
        }),
      );
    }),
  );
}

/** As the sign-in page does it. @returns the session's cookie */
async function signIn(forum: ForumApp, origin: string, doctor: string): Promise<string> {
  const page = await forum.fetch(new Request(`${origin}/sign-in`));
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const answer = await forum.fetch(
    new Request(`${origin}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ csrf, doctor, next: '/' }),
      headers: { 'sec-fetch-site': 'same-origin', cookie: cookieOf(page) },
    }),
  );
  return cookieOf(answer);
}

function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
