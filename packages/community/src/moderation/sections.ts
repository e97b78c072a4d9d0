import { FACT_DAYS, type PrivacyLoss } from '@pullquote/events';
import type { CountSetting } from '@pullquote/record';
import { html } from 'hono/html';
import type { Settings } from '../config.js';
import { dayWords, periodWords, weekWords } from './dates.js';
import type { ModeratorReport } from './report.js';
import { table, type Cell, type Html } from './table.js';
import { countWords, readersWords, refusalWords, weekStateWords } from './words.js';

const MOST_WEEKS = 12;
const MOST_BATCHES = 50;

export function weekSection({ weeks }: ModeratorReport, count: CountSetting): Html {
  const shown = [...weeks].reverse().slice(0, MOST_WEEKS);
  return html`<section>
    <h2 id="weeks">Weeks</h2>
    <p>
      Doctors are known here by a key that is made for one week. When the week is over, its crowds are drawn once, and
      the key is destroyed with all that was kept under it.
    </p>
    ${
      shown.length === 0
        ? html`<p class="empty">No week has begun: nothing has been counted since this server was set up.</p>`
        : table(
            'weeks',
            [{ text: 'Week' }, { text: 'How it stands' }, { text: 'Crowd figures', numeric: true }],
            shown.map((week): Cell[] => [
              html`<span class="week">${weekWords(week.week)}</span>`,
              weekStateWords(week, count),
              week.state === 'open' ? html`<span class="none">not yet</span>` : week.released.toLocaleString('en'),
            ]),
          )
    }
  </section>`;
}

export function waitingSection({ outbox, publishers }: ModeratorReport): Html {
  const names = new Map(publishers.map(({ origin, name }) => [origin, name]));
  // What is stuck comes first: only a person gets it going again.
  const rows = [...outbox].sort((one, other) => one.state.localeCompare(other.state) || one.id - other.id);
  return html`<section>
    <h2 id="waiting">Waiting to leave</h2>
    ${
      rows.length === 0
        ? html`<p class="empty">Nothing waits. Publishers have taken everything that was ready.</p>`
        : html`<p>
              What only waits is tried again by itself, at growing intervals. What was refused is not: find out why,
              then send it once more with <code>deliver('all')</code>.
            </p>
            ${table(
              'waiting',
              [{ text: 'For' }, { text: 'Tells of' }, { text: 'Events', numeric: true }, { text: 'How it stands' }],
              rows
                .slice(0, MOST_BATCHES)
                .map(({ publisher, day, events, state, attempts, reason }): Cell[] => [
                  names.get(publisher) ?? publisher,
                  html`<span class="week">${periodWords(day)}</span>`,
                  events.toLocaleString('en'),
                  html`${
                    state === 'refused'
                      ? html`<strong class="state">Refused</strong>`
                      : attempts === 0
                        ? 'About to be sent.'
                        : `Tried ${attempts === 1 ? 'once' : `${attempts} times`}.`
                  }
                  ${reason ?? ''}`,
                ]),
            )}
            ${rows.length > MOST_BATCHES ? html`<p class="more">${MOST_BATCHES} of ${rows.length} batches.</p>` : ''}`
    }
  </section>`;
}

export function refusalSection({ refusals }: ModeratorReport): Html {
  const sums = new Map<string, { n: number; latest: string }>();
  for (const { code, n, day } of refusals) {
    const sum = sums.get(code) ?? { n: 0, latest: day };
    sums.set(code, { n: sum.n + n, latest: day > sum.latest ? day : sum.latest });
  }
  const rows = [...sums].sort(([, one], [, other]) => other.n - one.n);
  return html`<section>
    <h2 id="refusals">Refused</h2>
    ${
      rows.length === 0
        ? html`<p class="empty">Nothing has been refused, of members or of publishers.</p>`
        : html`<p>Sums alone; none can be traced to a request. Who asked was told the reason.</p>
            ${table(
              'refusals',
              [{ text: 'Why' }, { text: 'Times', numeric: true }, { text: 'Latest' }],
              rows.map(([code, { n, latest }]): Cell[] => [
                html`${refusalWords(code)} <span class="code">${code}</span>`,
                n.toLocaleString('en'),
                html`<span class="week">${dayWords(latest)}</span>`,
              ]),
            )}`
    }
  </section>`;
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `0.000004` → `4·10⁻⁶` */
function scientific(value: number): string {
  const [digits = '', power = ''] = value.toExponential(2).split('e-');
  return `${Number(digits)}·10⁻${[...power].map((digit) => SUPERSCRIPT[Number(digit)] ?? '').join('')}`;
}

/** Of a hundred guesses that began at even odds, so many are right at most. */
function sure(epsilon: number): number {
  return Math.round(100 / (1 + Math.exp(-epsilon)));
}

export function privacySection({ privacy }: ModeratorReport, count: CountSetting): Html {
  const { threshold, cells, week, year } = privacy;
  const loss = ({ epsilon, delta }: PrivacyLoss) => `ε = ${epsilon}, δ = ${scientific(delta)}`;
  return html`<section class="note" aria-labelledby="privacy">
    <h2 id="privacy">What private acts can give away, at the very worst</h2>
    ${count === 'all' ? '' : html`<p><strong>Not in use:</strong> this community counts no private acts.</p>`}
    <p>
      Somebody knows all that everyone else did, and guesses about one doctor at even odds. What a publisher is told
      lets at most this many of 100 such guesses be right:
    </p>
    <dl class="odds">
      <div>
        <dt>One act</dt>
        <dd><strong>${sure(week.epsilon / cells)}</strong> of 100</dd>
      </div>
      <div>
        <dt>A week of acts</dt>
        <dd><strong>${sure(week.epsilon)}</strong> of 100 <span class="code">${loss(week)}</span></dd>
      </div>
      <div>
        <dt>A year of such weeks</dt>
        <dd>no limit that protects <span class="code">${loss(year)}</span></dd>
      </div>
    </dl>
    <p>
      A doctor counts once in a figure, and in at most ${cells} figures of one publisher and week, drawn at random. No
      figure below ${threshold} leaves. The year’s line holds for a doctor who fills ${cells} such figures in each of
      its weeks: habits add up, and no blur hides them for ever.
    </p>
  </section>`;
}

export function settingsSection({ count, readers, quota, requestsPerHour, pollSeconds, openNetworks }: Settings): Html {
  const line = (name: string, words: string) =>
    html`<div>
      <dt>${name}</dt>
      <dd>${words}</dd>
    </div>`;
  return html`<section aria-labelledby="settings">
    <h2 id="settings">This community’s settings</h2>
    <dl class="settings">
      ${line('What is counted', countWords(count))} ${line('Who reads', readersWords(readers))}
      ${line('Open networks', openNetworks ? 'Items may go there, where their records allow it too.' : 'Nothing goes there.')}
      ${line('One member', `At most ${requestsPerHour.toLocaleString('en')} requests with facts in an hour.`)}
      ${line('One publisher', `At most ${quota.toLocaleString('en')} versions of items.`)}
      ${line('Publishers are asked', `About every ${duration(pollSeconds)}, never because somebody looked.`)}
      ${line('Public posts are kept', 'As sums, until their day has left and the publisher has it.')}
      ${line('Private acts are kept', 'Until their week is over; then they are destroyed, and so is its key.')}
      ${line('Ids of facts are kept', `${FACT_DAYS} days, bare, so that nothing counts twice.`)}
      ${line('What left is kept', 'As the sums and figures on this page.')}
    </dl>
    <p class="more">They are set in the server’s configuration. A change holds from its next start.</p>
  </section>`;
}

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
}
