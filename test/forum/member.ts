import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createForum, type ForumApp, type ForumOptions } from '../../examples/forum/src/app.js';
import { FakeCommunity } from './fake-community.js';

export const ORIGIN = 'http://localhost:4800';
export const NOW = new Date('2026-03-05T21:47:13Z');

export interface TestForum {
  readonly app: ForumApp;
  readonly community: FakeCommunity;
  readonly file: string;
  close(): void;
}

/** A forum on a real database in a folder of its own. */
export function openForum(options: Partial<ForumOptions> & { community?: FakeCommunity } = {}): TestForum {
  const folder = mkdtempSync(join(tmpdir(), 'grand-round-'));
  const file = join(folder, 'forum.db');
  const community = options.community ?? new FakeCommunity();
  const app = createForum({ origin: ORIGIN, dataFile: file, now: () => NOW, ...options, community });
  const close = () => {
    app.close();
    rmSync(folder, { recursive: true });
  };
  return { app, community, file, close };
}

/** A browser of the smallest kind: it keeps the cookie and reads the token from the pages, as forms and scripts do. */
export class Member {
  cookie = '';
  csrf = '';

  constructor(readonly app: ForumApp) {}

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie !== '') headers.set('cookie', this.cookie);
    const response = await this.app.fetch(new Request(new URL(path, ORIGIN), { ...init, headers }));
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0] ?? '';
    return response;
  }

  /** Opens a page and remembers its token. */
  async open(path: string): Promise<{ status: number; html: string; response: Response }> {
    const response = await this.send(path);
    const html = await response.text();
    this.csrf = /name="csrf" (?:value|content)="([^"]+)"/.exec(html)?.[1] ?? this.csrf;
    return { status: response.status, html, response };
  }

  submit(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams({ csrf: this.csrf, ...fields });
    return this.send(path, { method: 'POST', body, headers: { origin: 'null', ...headers } });
  }

  api(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.send('/api/posts', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { origin: ORIGIN, 'content-type': 'application/json', 'x-csrf-token': this.csrf, ...headers },
    });
  }

  async threads(query = ''): Promise<{ id: string; label: string; specialty: string; visibility: string }[]> {
    const response = await this.send(`/api/threads?q=${encodeURIComponent(query)}`);
    return (await response.json()) as never;
  }
}

export async function signIn(app: ForumApp, doctor: string): Promise<Member> {
  const member = new Member(app);
  await member.open('/sign-in');
  await member.submit('/sign-in', { doctor });
  await member.open('/');
  return member;
}
