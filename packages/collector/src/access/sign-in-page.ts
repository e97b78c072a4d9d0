import { html } from 'hono/html';
import { plainPage, type Html } from './message-page.js';

export interface SignInPage {
  /** Path to go on to. */
  readonly to: string;
  readonly hours: number;
  /** What went wrong with the last try. */
  readonly error?: string | undefined;
  /** What has happened, where nothing is wrong. */
  readonly notice?: string | undefined;
}

/** Works without scripts. It names no publisher: whom a collector serves is nobody's business who has no key. */
export function signInPage({ to, hours, error, notice }: SignInPage): Html {
  return plainPage(
    error === undefined ? 'Sign in' : 'Sign in: not done',
    html`<h1>Read how your content is reused</h1>
      ${notice === undefined ? '' : html`<p class="notice" role="status">${notice}</p>`}
      <form method="post" action="/sign-in">
        <input type="hidden" name="to" value="${to}" />
        <label for="key">Access key</label>
        ${
          error === undefined
            ? ''
            : html`<p class="error" id="error" role="alert"><span aria-hidden="true">▲</span> ${error}</p>`
        }
        <div class="row">
          <input
            id="key"
            name="key"
            type="password"
            autocomplete="current-password"
            autocapitalize="none"
            spellcheck="false"
            maxlength="400"
            placeholder="pqc_…"
            required
            autofocus
            aria-describedby="${error === undefined ? 'hint' : 'error hint'}"
            ${error === undefined ? '' : html`aria-invalid="true"`}
          />
          <button>Sign in</button>
        </div>
        <p class="hint" id="hint">Paste the whole key. It begins with <code>pqc_</code>.</p>
      </form>
      <section aria-labelledby="about">
        <h2 id="about">Good to know</h2>
        <dl>
          <dt>No key yet?</dt>
          <dd>Whoever runs this collector makes one for you, and can revoke it at any time.</dd>
          <dt>How long it lasts</dt>
          <dd>
            ${hours === 1 ? 'One hour' : `${hours} hours`}, or until you sign out. One cookie keeps you signed in; it
            holds neither your key nor your name.
          </dd>
        </dl>
      </section>`,
  );
}
