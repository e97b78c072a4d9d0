import type { Thread } from '../store/threads.js';
import { html, type Html } from './html.js';
import { count, formatDay } from './words.js';

/** Threads as a list of links; `heading` is the level that fits the page's order. */
export function threadList(threads: readonly Thread[], heading: 'h2' | 'h3', withForum: boolean): Html {
  return html`<ol class="threads">
    ${threads.map(
      (thread) =>
        html`<li>
          ${heading === 'h2' ? html`<h2>${title(thread)}</h2>` : html`<h3>${title(thread)}</h3>`}
          <p class="meta">
            ${
              withForum
                ? html`<span class="room">${thread.forumName}</span>${thread.restricted ? restrictedMark() : ''}`
                : ''
            }
            <span>${thread.starter}</span>
            <span>
              ${thread.replies === 0 ? 'no replies yet,' : `${count(thread.replies, 'reply', 'replies')}, last on`}
              <time datetime="${thread.day}">${formatDay(thread.day)}</time>
            </span>
          </p>
        </li>`,
    )}
  </ol>`;
}

export function restrictedMark(): Html {
  return html`<span class="tag">Restricted</span>`;
}

function title(thread: Thread): Html {
  return html`<a href="/threads/${thread.id}">${thread.title}</a>`;
}
