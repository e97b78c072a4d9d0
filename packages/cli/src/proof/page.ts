import { createHash } from 'node:crypto';
import { clean } from '@pullquote/record';
import type { ProofContent } from './content.js';
import { cover } from './cover.js';
import { formsSection } from './forms-section.js';
import { Html, html } from './html.js';
import { labelSection } from './label-section.js';
import { recordSection } from './record-section.js';
import { rulesSection } from './rules-section.js';
import { statesSection } from './states-section.js';
import { style } from './style.js';

/** One file that a signatory can print and keep: no script, no request to anywhere, and no style but its own. */
export function proofPage(content: ProofContent): string {
  const { name, record, digest } = content;
  const css = style(`${name} v${record.version} · ${digest}`);
  // The hash is that of the element's whole text, so nothing may come between its tags.
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(policy)}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Proof ${digest}: ${clean(record.title)}</title>
        ${new Html(`<style>${css}</style>`)}
      </head>
      <body>
        ${cover(content)}
        <main>
          ${rulesSection(content)} ${labelSection(content)} ${statesSection(content)} ${formsSection(content)}
          ${recordSection(content)}
        </main>
      </body>
    </html> `.text;
}
