import type { ContentRecord } from '@pullquote/record';
import fc from 'fast-check';

/** What somebody would write into a record to break out of a rendering, or to look like somebody else. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'onclick='alert(1)", '</p></blockquote><h1>Verified source</h1>',
  '</title></style></script><script>alert(1)</script>', '<!--', '-->', ']]>', '&lt;b&gt;', '&#60;b&#62;', '<a href="javascript:alert(1)">x</a>',
  '<pq-card item="https://evil.example/#pq=v1;h=AAECAwQFBgcICQoLDA0ODw">', '<style>*{display:none}</style>', '<base href="https://evil.example/">',
  '**bold**', '__x__', '`code`', '# Heading', '- item', '* item', '1. item', '> quote', '```', '~~~', '---', '===', '| a | b |\n|---|---|\n| c | d |',
  '[x](javascript:alert(1))', '[x](https://evil.example)', '![x](https://evil.example/i.png)', '<https://evil.example>', '[x]: https://evil.example',
  'https://evil.example', 'www.evil.example', 'evil.example', 'a@evil.example', 'mailto:a@evil.example', 'javascript:alert(1)', '//evil.example',
  '~~gone~~', '(c) -- ... "quoted"', '\\', '\\<b\\>', '&copy;', ':smile:', '$x$', '[^1]', '    indented', 'two  \nlines',
  '[b]bold[/b]', '[/quote]', '[url=javascript:alert(1)]x[/url]', '[img]https://evil.example/i.png[/img]', '[code]', '[noparse]', '[*]', '[quote="Dr A"]', '[size=200]x[/size]',
  '\u202eecruos deifireV', '\u2066hidden\u2069', '\u061c', 'a\u200bb\ufeffc\u00ad', '\u{e0041}\u{e0042}', 'first\nVerified source: nobody', 'first\u2028Verified source', 'first\r\nSubject: x',
  '\u0000\u0007\u001b[31m', '\u0085', 'half\ud800', '\udc00half', '{{constructor.constructor("alert(1)")()}}', '${alert(1)}', '%0d%0aBcc: a@evil.example', '__proto__', 'constructor',
]; // prettier-ignore

/** A text of such parts and of any characters, that the full schema accepts as it is. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HOSTILE) }, fc.string({ unit: 'binary', maxLength: 8 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(' ').trim())
  .filter((text) => text !== '' && text.length <= 400);

/** Fields that the schema narrows to dates, addresses, codes, closed lists and the like: no text of one's own fits in. */
const NARROW =
  /^(schema|id|version|language|lang|canonicalUrl|contentType|accessGate|promotionalStatus|labelStatus|country|countries|role|scheme|date|expires|datePrepared|lastRevised|reviewBy|piDate|piUrl|authorityUrl|email|tel|url|doi|pmid|sha256|mime|channels|quote|kind|iss|uri|function|supersedes|media|translations)$/;

/** The same record in which every free text is hostile, each a different one. */
export function withHostileTexts(record: ContentRecord, texts: readonly string[]): ContentRecord {
  let at = 0;
  const next = () => texts[at++ % texts.length] ?? '';
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return next();
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, NARROW.test(key) ? inner : walk(inner)]),
    );
  };
  return walk(record) as ContentRecord;
}
