import type { ProofContent } from './content.js';
import { html, type Html } from './html.js';

const INVISIBLE =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u00A0\u00AD\u061C\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFE00-\uFE0F\uFEFF]|[\u{E0000}-\u{E0FFF}]/gu;

/** The record itself: every field that is signed, shown or not. Characters that cannot be seen are written as codes. */
export function recordSection({ payload, digest }: ProofContent): Html {
  const text = JSON.stringify(JSON.parse(payload), null, 2).replace(INVISIBLE, code);
  return html`<section>
    <h2>The record, whole</h2>
    <p>
      These fields, without the line ends and spaces that are put between them here, are the
      ${new TextEncoder().encode(payload).length} bytes that are signed. The first 128 bits of their SHA-256, in
      base64url, are the digest ${digest}.
    </p>
    <pre>${text}</pre>
  </section>`;
}

function code(character: string): string {
  return [...Array(character.length).keys()]
    .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`)
    .join('');
}
