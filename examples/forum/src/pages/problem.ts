import type { ForumErrorCode } from '../errors.js';
import { html, type Html } from './html.js';

export function problemTitle(code: ForumErrorCode): string {
  switch (code) {
    case 'not-found':
      return 'There is nothing here';
    case 'sign-in':
      return 'Please sign in';
    case 'origin':
    case 'csrf':
      return 'Nothing was changed';
    case 'too-large':
      return 'That is too long';
    case 'json':
    case 'place':
    case 'title':
    case 'empty-post':
    case 'doctor':
      return 'That did not work';
    case 'settings':
      return 'Something went wrong on our side';
  }
}

/** A refusal, said to a person. What they typed is given back, so that no words are lost. */
export function problemPage(code: ForumErrorCode, detail: string, words: string): Html {
  return html`<div class="narrow problem-page">
    <h1>${problemTitle(code)}</h1>
    <p class="lede">${detail}</p>
    ${
      words === ''
        ? ''
        : html`<p class="field">
            <label for="kept">Your words, to copy</label>
            <textarea id="kept" rows="8" readonly>${words}</textarea>
          </p>`
    }
    <p>
      ${
        code === 'sign-in'
          ? html`<a class="button" href="/sign-in">Sign in</a>`
          : html`<a href="/">Go to the discussions</a>`
      }
    </p>
  </div>`;
}
