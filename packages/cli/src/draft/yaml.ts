import { Document, isMap, isSeq, type Node } from 'yaml';
import type { Candidate } from '../import/candidates.js';
import type { SourceDocument } from '../import/source.js';
import { templateLines } from './templates.js';

const KINDS: Readonly<Record<SourceDocument['format'], string>> = {
  spl: 'a drug label (SPL)',
  jats: 'an article (JATS)',
  html: 'a web page',
};

interface Head {
  readonly from: string;
  readonly id: string;
  readonly validUntil: string | undefined;
}

/** The item file: what is missing first, then what the source states, then how to write what is missing. */
export function draftYaml(source: SourceDocument, { from, id, validUntil }: Head): string {
  const { content, missing, notes, format, candidates } = source;
  const { schema, version, ...stated } = content;
  const document = new Document({
    ...(missing.length === 0 ? {} : { missing }),
    schema,
    id,
    version,
    ...(validUntil === undefined ? {} : { validUntil }),
    ...stated,
    ...(candidates.length === 0 ? {} : { excerpts: candidates.map(toExcerpt) }),
  });
  const unapproved = missing.some(({ path }) => path === 'excerpts.*');
  markExcerpts(document, candidates, unapproved);
  const templates = templateLines(
    missing.map(({ path }) => path),
    { reuse: stated.reuse !== undefined, parties: (stated.parties ?? []).length > 0 },
  );
  document.commentBefore = comment([
    `Drafted from ${from}, ${KINDS[format]}. What it says of the content stands in that file.`,
    missing.length === 0
      ? 'Nothing is missing: look it through, then run "pullquote lint".'
      : 'Fill in what is listed under "missing", deleting each entry as you go; then run "pullquote lint".',
    ...notes.map((note) => `Note: ${note}`),
  ]);
  if (templates.length > 0)
    document.comment = comment([
      'How to write what is missing. Take out the "# " and write a value for every "…":',
      ...templates,
    ]);
  return document.toString({ lineWidth: 110 });
}

function toExcerpt({ text, citations }: Candidate, i: number): object {
  return { id: `e${i + 1}`, text, citations };
}

/** Each excerpt says where it stands in the source, and whether anybody has approved it. */
function markExcerpts(document: Document, candidates: readonly Candidate[], unapproved: boolean): void {
  const list = document.get('excerpts', true);
  if (!isSeq(list)) return;
  list.items.forEach((item, i) => {
    const { from = '', whole = true } = candidates[i] ?? {};
    if (!isMap(item)) return;
    const cited = item.get('citations', true);
    if (isSeq(cited)) cited.flow = true;
    item.commentBefore = comment([
      `${unapproved ? 'Candidate' : 'Excerpt'} from ${from}.${whole ? '' : ' The text goes on there.'}`,
    ]);
  });
  const pair = isMap(document.contents) ? document.contents.items.find(({ value }) => value === list) : undefined;
  if (unapproved && pair !== undefined) {
    (pair.key as Node).commentBefore = comment([
      'CANDIDATES, word for word from the source. Nobody has approved them for quoting.',
      'Delete each that is not approved, from its "- id:" to its "citations:".',
    ]);
  }
}

/** Text from a file stands in a comment on lines of its own: no line break or control character in it can end the comment. */
function comment(lines: readonly string[]): string {
  return lines.map((line) => ` ${line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`).join('\n');
}
