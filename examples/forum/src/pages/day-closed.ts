import { html, type Html } from './html.js';
import { count } from './words.js';

/** What left when the day was closed; what could not leave is said as well. */
export function dayClosedPage(delivered: number, waiting: number, report: string): Html {
  return html`<div class="narrow">
    <h1>The day is closed</h1>
    <p class="lede">${sent(delivered, waiting)}</p>
    ${waiting === 0 ? '' : html`<p class="problem" role="alert">${stuck(waiting)}</p>`}
    <p><a class="button" href="${report}" rel="noreferrer">Read the publisher’s report</a></p>
    <p><a href="/">Back to the discussions</a></p>
  </div>`;
}

function sent(delivered: number, waiting: number): string {
  if (delivered > 0)
    return `${count(delivered, 'public share has', 'public shares have')} left for the publisher. Each says: shared, reshared or quoted; item and version; this community and its country; depth; day. Nothing else went along.`;
  return waiting > 0 ? 'Nothing has left.' : 'There was no public share to tell a publisher about.';
}

function stuck(waiting: number): string {
  return `${count(waiting, 'share waits', 'shares wait')} here: the publisher’s collector did not take ${waiting === 1 ? 'it' : 'them'}.`;
}
