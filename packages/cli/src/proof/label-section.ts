import { clean, type LabelItem } from '@pullquote/record';
import type { ProofContent } from './content.js';
import { countryOf, labelOf, readersOf, type Readers } from './countries.js';
import { html, type Html } from './html.js';
import { ICON } from './icons.js';

/** The label as readers in each country see it, with each passage that may be quoted. */
export function labelSection(content: ProofContent): Html {
  return html`<section>
    <h2>The label, by the reader's country</h2>
    ${readersOf(content.record).map((readers) => oneLabel(content, readers))}
  </section>`;
}

function oneLabel({ record }: ProofContent, readers: Readers): Html {
  const { state, compact, expanded } = labelOf(record, countryOf(readers), 'verified', undefined);
  return html`<article class="label">
    <h3>Readers in ${readers.name}</h3>
    <div class="card">
      <p class="state">${ICON[state.icon]} ${state.words}</p>
      <ul>
        ${compact.map(line)}
      </ul>
    </div>
    <h4>Approved excerpts, one of which may stand in the label</h4>
    ${excerpts(record, countryOf(readers))}
    <h4>One click further</h4>
    <div class="card">
      <ul>
        ${expanded.map(line)}
      </ul>
    </div>
  </article>`;
}

function excerpts(record: ProofContent['record'], country: string): Html {
  if ((record.excerpts ?? []).length === 0) return html`<p>None: nothing may be quoted.</p>`;
  const without = new Set(
    labelOf(record, country, 'verified', undefined).compact.map(({ field, text }) => `${field} ${text}`),
  );
  return html`<table class="excerpts">
    <thead>
      <tr>
        <th scope="col">Id</th>
        <th scope="col">The lines that it adds to the label</th>
      </tr>
    </thead>
    <tbody>
      ${(record.excerpts ?? []).map(({ id }) => {
        const { compact } = labelOf(record, country, 'verified', id);
        const shown = compact.filter(({ field, text }) => !without.has(`${field} ${text}`));
        return html`<tr>
          <th scope="row">${id}</th>
          <td>
            <ul>
              ${shown.map(line)}
            </ul>
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** One line of a label: its heading, its words, and the address behind them. */
export function line({ field, heading, text, href }: LabelItem): Html {
  const words = field === 'title' ? html`<strong>${text}</strong>` : html`${text}`;
  const address =
    href === undefined || href === text ? undefined : html` <span class="address">→ ${clean(href)}</span>`;
  return html`<li>
    ${heading === undefined ? undefined : html`<span class="heading">${heading}:</span> `}${words}${address}
  </li>`;
}
