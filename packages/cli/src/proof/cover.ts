import { APPROVAL_FUNCTIONS, clean, labelModel } from '@pullquote/record';
import { entries, html, type Html } from './html.js';
import { lastDay } from '../item-record.js';
import type { ProofContent } from './content.js';

/** The first page: what is approved, by its digest, and where the signatories sign. */
export function cover({ name, publisher, record, digest, approvals, findings }: ProofContent): Html {
  const items = labelModel(record, { state: 'as-stated', country: record.audience.countries[0] ?? 'ZZ' }).compact;
  const line = (field: string) => items.find((item) => item.field === field)?.text;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return html`<header class="cover">
    <p class="kind">Proof for approval</p>
    <h1>${clean(record.title)}</h1>
    <p class="digest"><span>Digest</span> <code>${digest}</code></p>
    <p>
      A signature below approves the content with this digest, in the forms on these pages, and nothing else. A change
      of a single character gives another digest.
    </p>
    ${entries([
      ['Publisher', `${publisher}, ${record.iss}`],
      ['Item', `${name}, version ${record.version}`],
      ['Identifier', record.id],
      ['Address', record.canonicalUrl],
      ['Kind', [line('promotionalStatus'), line('contentType'), line('labelStatus')].filter(Boolean).join(' · ')],
      ['Audience', line('audience')],
      ['Companies', line('company')],
      ['Replaces', record.supersedes && `version ${record.supersedes.version} of ${record.supersedes.id}`],
      ['Proof made', new Date(record.iat * 1000).toISOString().slice(0, 10)],
      ['Valid until', lastDay(record)],
      ['Rules', `${errors} block signing, ${findings.length - errors} warn (section 1)`],
    ])}
    <h2 class="unnumbered">Signatures</h2>
    <table class="signatures">
      <thead>
        <tr>
          <th scope="col">Function</th>
          <th scope="col">Name</th>
          <th scope="col">Signature</th>
          <th scope="col">Date</th>
        </tr>
      </thead>
      <tbody>
        ${APPROVAL_FUNCTIONS.map((role) => {
          const entered = approvals.find(({ by }) => by === role);
          return html`<tr>
            <th scope="row">${role}</th>
            <td></td>
            <td></td>
            <td>${entered && `entered ${entered.date}`}</td>
          </tr>`;
        })}
      </tbody>
    </table>
    <p class="note">
      Not every item needs every function: leave the others empty. Then:
      <code>pullquote sign ${name} --approved ${digest} --by medical,…</code>
    </p>
  </header>`;
}
