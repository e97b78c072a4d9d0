import type { Forum } from '../store/forums.js';
import type { Thread } from '../store/threads.js';
import { html, type Html } from './html.js';

/** What the form holds: what was typed, or what the link to it asked for. */
export interface Draft {
  /** `forum:<slug>` for a new discussion, `thread:<id>` for a reply. */
  readonly place: string;
  readonly title: string;
  readonly words: string;
  readonly problem?: string;
}

export interface ComposerPage {
  readonly forums: readonly Forum[];
  readonly threads: readonly Thread[];
  readonly draft: Draft;
  readonly csrf: string;
}

export function composerPage({ forums, threads, draft, csrf }: ComposerPage): Html {
  return html`<h1>Write</h1>
    <div class="split">
      <form method="post" action="/new" class="composer" aria-label="Write a post">
        ${draft.problem ? html`<p class="problem" role="alert">${draft.problem}</p>` : ''}
        <input type="hidden" name="csrf" value="${csrf}" />
        <p class="field">
          <label for="place">Where</label>
          <select id="place" name="place">
            <optgroup label="Start a discussion in">
              ${forums.map((forum) => option(`forum:${forum.slug}`, forum.name, draft.place))}
            </optgroup>
            <optgroup label="Reply to">
              ${threads.map((thread) =>
                option(`thread:${thread.id}`, `${thread.title} · ${thread.forumName}`, draft.place),
              )}
            </optgroup>
          </select>
        </p>
        <p class="field">
          <label for="title">Title</label>
          <input id="title" name="title" maxlength="160" value="${draft.title}" aria-describedby="title-hint" />
          <span class="hint" id="title-hint">For a new discussion. A reply needs none.</span>
        </p>
        <p class="field">
          <label for="words">Your post</label>
          <textarea id="words" name="words" rows="9" required aria-describedby="care">${draft.words}</textarea>
          <span class="hint" id="care">Leave out anything that identifies a patient.</span>
        </p>
        <p class="actions"><button class="button">Post</button></p>
      </form>
      <section class="share-panel" aria-labelledby="share-heading">
        <h2 id="share-heading">Share an item with its source</h2>
        <p>
          Articles, labels and summaries from publishers carry their source and company involvement into the discussion.
          Choose one in the <a href="/library">library</a>, or use “Share in your community” on the publisher’s page: it
          brings you here.
        </p>
        <pq-share></pq-share>
      </section>
    </div>`;
}

function option(value: string, label: string, chosen: string): Html {
  return html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${label}</option>`;
}
