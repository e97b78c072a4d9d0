import type { Thread } from '../store/threads.js';
import { html, type Html } from './html.js';
import { threadList } from './thread-list.js';
import { count } from './words.js';

export function searchPage(query: string, threads: readonly Thread[]): Html {
  return html`<h1>Search</h1>
    <form action="/search" role="search" class="search">
      <label for="q">Words in titles and posts</label>
      <div class="together">
        <input id="q" type="search" name="q" value="${query}" maxlength="100" />
        <button class="button">Search</button>
      </div>
    </form>
    ${query.trim() === '' ? '' : results(query, threads)}`;
}

function results(query: string, threads: readonly Thread[]): Html {
  if (threads.length === 0)
    return html`<div class="empty">
      <p>No discussion holds “${query}”.</p>
      <p>Try fewer words, or <a href="/new">ask your colleagues</a>.</p>
    </div>`;
  return html`<section aria-labelledby="hits">
    <h2 id="hits" class="label">${count(threads.length, 'discussion', 'discussions')}</h2>
    ${threadList(threads, 'h3', true)}
  </section>`;
}
