import { reasonOf, STATE, type LabelItem } from '@pullquote/record';
import type { ProofContent } from './content.js';
import { countryOf, labelOf, readersOf, type Readers } from './countries.js';
import { html, type Html } from './html.js';
import { ICON } from './icons.js';
import { line } from './label-section.js';

const STATES = Object.keys(STATE) as (keyof typeof STATE)[];

/** What a card says in each state that an item can come into, and which lines of the label stand under it. */
export function statesSection(content: ProofContent): Html {
  return html`<section>
    <h2>The label, by state</h2>
    <p>
      A recall, a lapse or a fault changes the first line of every card, in old posts too. Held against the verified
      label of section 2:
    </p>
    ${readersOf(content.record).map((readers) => states(content, readers))}
  </section>`;
}

function states({ record }: ProofContent, readers: Readers): Html {
  return html`<article>
    <h3>Readers in ${readers.name}</h3>
    <table class="states">
      <thead>
        <tr>
          <th scope="col">First line</th>
          <th scope="col">What it means to readers</th>
          <th scope="col">The label under it</th>
          <th scope="col">Can be shared on</th>
        </tr>
      </thead>
      <tbody>
        ${STATES.map((name) => {
          // Readers outside the audience see the lines of every country: none is theirs.
          const country = name === 'not-for-audience' ? 'ZZ' : countryOf(readers);
          return state(record, country, name);
        })}
      </tbody>
    </table>
  </article>`;
}

function state(record: ProofContent['record'], country: string, name: keyof typeof STATE): Html {
  const excerpt = record.excerpts?.[0]?.id;
  const { state: words, words: label, compact } = labelOf(record, country, name, excerpt);
  const whole = labelOf(record, country, 'verified', excerpt).compact;
  const key = ({ field, text }: LabelItem) => `${field} ${text}`;
  const [has, had] = [new Set(compact.map(key)), new Set(whole.map(key))];
  const left = whole.filter((item) => !has.has(key(item)));
  const added = compact.filter((item) => !had.has(key(item)));
  return html`<tr>
    <th scope="row">${ICON[words.icon]} ${words.words}</th>
    <td>${reasonOf(name, label)}</td>
    <td>
      ${left.length + added.length === 0 ? 'whole' : undefined}${left.length === 0 ? undefined : html`without: ${left.map(({ field }) => FIELD[field] ?? field).join(', ')}`}
      ${
        added.length === 0
          ? undefined
          : html`with:
              <ul>
                ${added.map(line)}
              </ul>`
      }
    </td>
    <td>${words.share ? 'yes' : 'no'}</td>
  </tr>`;
}

const FIELD: Partial<Record<LabelItem['field'], string>> = {
  excerpt: 'the excerpt',
  mustAccompany: 'what must stand beside it',
  citation: 'its reference',
};
