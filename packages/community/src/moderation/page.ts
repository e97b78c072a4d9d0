import { html } from 'hono/html';
import type { Settings } from '../config.js';
import { publisherSection } from './publisher-section.js';
import type { ModeratorReport } from './report.js';
import { privacySection, refusalSection, settingsSection, waitingSection, weekSection } from './sections.js';
import type { Html } from './table.js';
import { countWords } from './words.js';

export interface ModerationPage {
  readonly settings: Settings;
  readonly report: ModeratorReport;
  readonly titleOf: (item: string) => string | undefined;
  /** What a form of this page sends back. */
  readonly token: string;
}

/** The report as a page. Every value goes through `html`, which escapes it. */
export function moderationPage(given: ModerationPage): Html {
  const { settings, report } = given;
  const posts = report.sent.reduce((sum, { n }) => sum + n, 0);
  const waiting = report.outbox.reduce((sum, { events }) => sum + events, 0);
  const stuck = report.outbox.filter(({ state }) => state === 'refused').length;
  return frame(
    settings.name,
    html`<header>
        ${kicker(settings.name)}
        <h1>What left ${settings.name}</h1>
        <p class="dateline">${countWords(settings.count)}</p>
      </header>
      <main id="main">
        ${
          stuck === 0
            ? ''
            : html`<p class="alert" role="status">
                ${stuck === 1 ? 'One batch was' : `${stuck} batches were`} refused by a publisher’s server and
                ${stuck === 1 ? 'waits' : 'wait'} for you. <a href="#waiting">See what waits</a>
              </p>`
        }
        <dl class="figures">
          ${figure('Public posts', posts, 'told one by one, without a name')}
          ${figure('Crowd figures', report.crowds.length, `none below ${report.privacy.threshold}, each blurred by chance`)}
          ${figure('Waiting', waiting, waiting === 1 ? 'event on its way' : 'events on their way')}
        </dl>
        ${report.publishers.length === 0 ? nobody() : report.publishers.map((one, i) => publisherSection(one, i, given))}
        ${weekSection(report, settings.count)} ${waitingSection(report)} ${refusalSection(report)}
        ${privacySection(report, settings.count)} ${settingsSection(settings)}
      </main>
      <footer>
        <p>
          The same in figures alone, and in full length: <a href="/pq/moderation.json">JSON</a>. Days and weeks are in
          UTC. Nothing on this page says who did anything: that isn’t kept.
        </p>
      </footer>`,
  );
}

/** Why there is no page for this reader. */
export function refusedPage(community: string, detail: string): Html {
  return frame(
    community,
    html`<header>
        ${kicker(community)}
        <h1>Not shown</h1>
      </header>
      <main id="main"><p class="lede">${detail}</p></main>`,
  );
}

function kicker(community: string): Html {
  return html`<p class="kicker">
    <span><span class="mark" aria-hidden="true">◆</span> Pullquote · for moderators</span>
    <a href="/">Back to ${community}</a>
  </p>`;
}

function frame(community: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>What left: ${community}</title>
        <link rel="stylesheet" href="/pq/moderation.css" />
      </head>
      <body>
        <a class="skip" href="#main">To the figures</a>
        ${body}
      </body>
    </html>`;
}

function figure(name: string, n: number, meaning: string): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd><span class="n">${n.toLocaleString('en')}</span> <span class="meaning">${meaning}</span></dd>
  </div>`;
}

function nobody(): Html {
  return html`<section aria-labelledby="nobody">
    <h2 id="nobody">No publisher is listed</h2>
    <p>Nothing can be shared or counted yet. Name publishers in the configuration, under <code>publishers</code>.</p>
  </section>`;
}
