import { html, type Html } from './html.js';
import { count } from './words.js';

export interface WeekClosedPage {
  /** Figures of crowds that were large enough. */
  readonly figures: number;
  /** Events that could not be handed over. */
  readonly waiting: number;
  readonly report: string;
  /** Whether this reader may see the moderators' page. */
  readonly moderator: boolean;
}

/** What left when the week was closed, and that the rest never will. */
export function weekClosedPage({ figures, waiting, report, moderator }: WeekClosedPage): Html {
  return html`<div class="narrow">
    <h1>The week is closed</h1>
    <p class="lede">${told(figures)}</p>
    <p>
      The key by which members were known this week is destroyed, and with it everything that was too small to tell.
      Members read on: the next week has begun.
    </p>
    ${waiting === 0 ? '' : html`<p class="problem" role="alert">${stuck(waiting)}</p>`}
    <p><a class="button" href="${report}" rel="noreferrer">Read the publisher’s report</a></p>
    <p>
      ${moderator ? html`<a href="/pq/moderation">See all that left</a> · ` : ''}<a href="/">Back to the discussions</a>
    </p>
  </div>`;
}

function told(figures: number): string {
  return figures === 0
    ? 'No crowd was large enough, so no figure of what members did in private has left.'
    : `${count(figures, 'figure of a crowd was', 'figures of crowds were')} large enough to be told. Each is a number of doctors, blurred by chance, for one item and one thing that was done with it. Nothing else went along.`;
}

function stuck(waiting: number): string {
  return `${count(waiting, 'event waits', 'events wait')} here: the publisher’s collector did not take ${waiting === 1 ? 'it' : 'them'}.`;
}
