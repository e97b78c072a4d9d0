import { html, type Html } from './html.js';

/** What only the demo has: ways to let a day or a week pass, and the way to the publisher's side. */
export function demoStrip(csrf: string, report: string): Html {
  return html`<aside class="demo" aria-labelledby="demo-heading">
    <div class="bar">
      <h2 id="demo-heading">Demo controls</h2>
      <form method="post" action="/demo/close-day">
        <input type="hidden" name="csrf" value="${csrf}" />
        <div class="together">
          <button class="button small quiet">Close the day</button>
          <button class="button small quiet" formaction="/demo/close-week">Close the week</button>
        </div>
      </form>
      <p>
        Sends the day’s shares to their publishers, as the next night would; with the week, also figures of what crowds
        of members did in private. Only the counting clock moves: dates on posts and signatures stay as they are.
      </p>
      <a href="${report}" rel="noreferrer">The publisher’s report</a>
    </div>
  </aside>`;
}
