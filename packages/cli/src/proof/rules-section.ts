import { RENDER_RULES, rulesFor } from '@pullquote/record';
import type { ProofContent } from './content.js';
import { html, type Html } from './html.js';

/** What the rules found, then every rule that ran, the confirmed ones apart from those that only warn. */
export function rulesSection({ record, findings }: ProofContent): Html {
  const ran = rulesFor(record).map(({ rule }) => rule);
  const rows = (confirmed: boolean) =>
    ran
      .filter((rule) => rule.confirmed === confirmed)
      .map(
        ({ id, checks, citation }) =>
          html`<tr>
            <th scope="row">${id}</th>
            <td>${checks}</td>
            <td>${citation}</td>
            <td>${told(findings.filter(({ rule }) => rule === id).length)}</td>
          </tr>`,
      );
  const table = (caption: string, body: Html[]) =>
    body.length === 0
      ? html``
      : html`<table class="rules">
          <caption>
            ${caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">Checks</th>
              <th scope="col">Source</th>
              <th scope="col">Findings</th>
            </tr>
          </thead>
          <tbody>
            ${body}
          </tbody>
        </table>`;
  return html`<section>
    <h2>Findings and rules</h2>
    <p>
      Rules are a reader's aid. No finding does not mean that the content may be used: that is for the signatories to
      say.
    </p>
    ${
      findings.length === 0
        ? html`<p>No rule found anything.</p>`
        : html`<ol class="findings">
            ${findings.map(finding)}
          </ol>`
    }
    ${table('Confirmed rules. What they find blocks signing, or warns where a person must judge.', rows(true))}
    ${table('Rules not yet confirmed by a signatory. They only warn.', rows(false))}
    ${table(
      'Rules that are held wherever the item is shown',
      RENDER_RULES.map(
        ({ id, checks, citation }) =>
          html`<tr>
            <th scope="row">${id}</th>
            <td>${checks}</td>
            <td>${citation}</td>
            <td>at render</td>
          </tr>`,
      ),
    )}
  </section>`;
}

function finding({ rule, severity, confirmed, undecided, path, message, fix }: ProofContent['findings'][number]): Html {
  const notes = [confirmed ? '' : 'not yet confirmed by a signatory', undecided ? 'a person must look' : ''];
  return html`<li class="${severity}">
    <strong>${severity === 'error' ? 'Blocks signing' : 'Warning'} ${rule}</strong> <code>${path}</code> ${message}
    ${fix} <em>${notes.filter(Boolean).join('; ')}</em>
  </li>`;
}

function told(count: number): string {
  return count === 0 ? 'none' : String(count);
}
