import { html, type TemplateResult } from 'lit';
import type { PageContext } from './context.js';
import { forecastTable } from './forecast.js';
import { whenLoaded } from './loaded.js';
import { hostOf, pageHead } from './pieces.js';

/** The first day: nothing has come yet. It says what has to happen, and what can ever be expected. */
export function emptyState(context: PageContext): TemplateResult {
  return html`${pageHead(
      'No post has been reported yet',
      'A community sends a day when it is over, during the next one. So the first figures come on the day after the first post.',
    )}
    <section aria-labelledby="who">
      <h2 id="who">Who will report</h2>
      ${whenLoaded(context.report('data-quality'), context, ({ communities, refusedTotal, refusedByCode }) => {
        const trusted = communities.filter((one) => one.trusted);
        return html`${
          trusted.length === 0
            ? html`<p>
                No community is trusted yet. What one sends is refused until its key is confirmed. Whoever runs this
                collector does that: <code>pullquote-collector trust add https://community.example</code>
              </p>`
            : html`<ul class="plain-list">
                ${trusted.map(({ name, country, community }) => html`<li>${name} <span class="soft">${country}, ${hostOf(community)}</span></li>`)}
              </ul>`
        }
        ${
          refusedTotal > 0
            ? html`<p>
                Something did come, and was refused:
                ${refusedByCode.map(({ words }) => words.toLowerCase()).join('; ')}.
                <a href=${context.address('data-quality')}>Data quality</a> says more.
              </p>`
            : ''
        }`;
      })}
    </section>
    <section aria-labelledby="expect">
      <h2 id="expect">What to expect</h2>
      <p>
        Public posts come one by one and exactly, from communities of any size: posts by week, by item and by community,
        how far an item travels, how long it is reused. What doctors do in private comes in crowds alone, and only from
        communities that count reading.
      </p>
      ${forecastTable(context)}
    </section>`;
}
