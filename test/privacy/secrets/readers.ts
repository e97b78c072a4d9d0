import { DatabaseSync } from 'node:sqlite';

/** Signs a doctor of the forum in over HTTP, and answers with a way to send facts as that doctor's page does. */
export async function signInOverHttp(
  forum: string,
  doctor: string,
): Promise<{ session: string; send(facts: readonly object[]): Promise<unknown> }> {
  const page = await fetch(`${forum}/sign-in`);
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const cookie = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const answer = await fetch(`${forum}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ csrf, doctor, next: '/' }),
    headers: { origin: forum, cookie: cookie(page) },
    redirect: 'manual',
  });
  const session = cookie(answer);
  return {
    session: session.slice(session.indexOf('=') + 1),
    async send(facts) {
      const response = await fetch(`${forum}/pq/facts`, {
        method: 'POST',
        body: JSON.stringify(facts),
        headers: {
          'content-type': 'application/json',
          origin: forum,
          'sec-fetch-site': 'same-origin',
          cookie: session,
        },
      });
      return response.json();
    },
  };
}

/** Gives the demo's forum more doctors, and makes its next thread and post carry these ids. */
export function populateForum(
  file: string,
  doctors: readonly { id: string; name: string }[],
  next: { thread: number; post: number },
): void {
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    const add = db.prepare("INSERT INTO doctors (id, name, specialty, verified) VALUES (?, ?, 'Cardiology', 1)");
    for (const { id, name } of doctors) add.run(id, name);
    const set = db.prepare('UPDATE sqlite_sequence SET seq = ? WHERE name = ?');
    set.run(next.thread - 1, 'threads');
    set.run(next.post - 1, 'posts');
  } finally {
    db.close();
  }
}
