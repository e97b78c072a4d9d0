import type { Forum } from '../store/forums.js';
import type { Thread } from '../store/threads.js';
import { html, type Html } from './html.js';
import { restrictedMark, threadList } from './thread-list.js';
import { count } from './words.js';

export function homePage(forums: readonly Forum[], threads: readonly Thread[]): Html {
  return html`<div class="split">
    <section aria-labelledby="latest">
      <h1 id="latest">Latest discussions</h1>
      ${threads.length === 0 ? empty('Nothing has been discussed yet.', '/new') : threadList(threads, 'h2', true)}
    </section>
    <aside aria-labelledby="rooms">
      <h2 id="rooms" class="label">Sub-forums</h2>
      <ul class="rooms">
        ${forums.map(
          (forum) =>
            html`<li>
              <a href="/f/${forum.slug}">${forum.name}</a> ${forum.restricted ? restrictedMark() : ''}
              <p>${forum.about}</p>
              <p class="meta"><span>${count(forum.threads, 'discussion', 'discussions')}</span></p>
            </li>`,
        )}
      </ul>
    </aside>
  </div>`;
}

export function forumPage(forum: Forum, threads: readonly Thread[]): Html {
  return html`<header class="head">
      <div>
        <h1>${forum.name} ${forum.restricted ? restrictedMark() : ''}</h1>
        <p class="lede">${forum.about}</p>
      </div>
      <a class="button" href="/new?forum=${forum.slug}">New discussion</a>
    </header>
    ${
      threads.length === 0
        ? empty('Nobody has started a discussion here yet.', `/new?forum=${forum.slug}`)
        : threadList(threads, 'h2', false)
    }`;
}

function empty(words: string, href: string): Html {
  return html`<div class="empty">
    <p>${words}</p>
    <p><a href="${href}">Start the first one</a></p>
  </div>`;
}
