import type { Post } from '../store/posts.js';
import type { Thread } from '../store/threads.js';
import { html, postBody, type Html } from './html.js';
import { restrictedMark } from './thread-list.js';
import { count, formatDay, initials } from './words.js';

export function threadPage(thread: Thread, posts: readonly Post[], csrf: string): Html {
  return html`<nav class="crumbs" aria-label="You are here">
      <a href="/">Discussions</a> <span aria-hidden="true">/</span>
      <a href="/f/${thread.forum}">${thread.forumName}</a> ${thread.restricted ? restrictedMark() : ''}
    </nav>
    <header class="head">
      <div>
        <h1>${thread.title}</h1>
        <p class="meta"><span>${count(thread.replies, 'reply', 'replies')}</span></p>
      </div>
    </header>
    <ol class="posts">
      ${posts.map(postItem)}
    </ol>
    ${replyForm(thread, csrf)}`;
}

function postItem(post: Post): Html {
  return html`<li>
    <article class="post" id="p${post.id}" aria-labelledby="by${post.id}">
      <span class="monogram" aria-hidden="true">${initials(post.author)}</span>
      <header>
        <h2 id="by${post.id}">${post.author}</h2>
        <p class="meta">
          <span>${post.specialty}</span>
          ${post.verified ? '' : html`<span>not verified</span>`}
          <a href="#p${post.id}"><time datetime="${post.day}">${formatDay(post.day)}</time></a>
        </p>
      </header>
      <div class="post-body">${postBody(post.html)}</div>
    </article>
  </li>`;
}

function replyForm(thread: Thread, csrf: string): Html {
  return html`<section class="reply" aria-labelledby="reply-heading">
    <h2 id="reply-heading">Reply</h2>
    <form method="post" action="/new">
      <input type="hidden" name="csrf" value="${csrf}" />
      <input type="hidden" name="place" value="thread:${thread.id}" />
      <p class="field">
        <label for="words">Your reply</label>
        <textarea id="words" name="words" rows="5" required aria-describedby="care"></textarea>
        <span class="hint" id="care">Leave out anything that identifies a patient.</span>
      </p>
      <p class="actions">
        <button class="button">Post reply</button> <a href="/library">Share an item from the library</a>
      </p>
    </form>
  </section>`;
}
