import type { Destination } from '@pullquote/elements';

export interface Post {
  readonly id: string;
  readonly author: string;
  /** The server cleaned it before it kept it. */
  readonly html: string;
}

export interface Thread {
  readonly item: string;
  readonly posts: readonly Post[];
}

async function json<Answer>(url: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Answer;
}

export const readThread = () => json<Thread>('/api/thread');
export const findDiscussions = (words: string) =>
  json<Destination[]>(`/api/discussions?q=${encodeURIComponent(words)}`);
export const post = (destination: string, html: string) =>
  json<Destination>('/api/posts', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ destination, html }),
  });
