import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import { labelModel, readRecord } from '@pullquote/record';
import { readItemText, readSource, sectionText, blocksText, type Section } from 'pullquote';
import { expect, it } from 'vitest';
import { DEMO_ITEMS } from '@pullquote/example-publisher';

const folder = new URL('../../examples/publisher/', import.meta.url);
const words = (text: string) => text.replace(/\s+/g, ' ').trim();
/** Letters and figures alone: lists are set as sentences in a label, their words are not changed. */
const bare = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

const highlights = (section: Section): string =>
  [blocksText(section.highlights), ...section.sections.map(highlights)].join('\n');

async function load(name: string, source: string) {
  const text = await readFile(new URL(`items/${name}.yaml`, folder), 'utf8');
  const { content } = await readItemText(text, { name, origin: 'https://publisher.example' });
  const { sections } = await readSource(fileURLToPath(new URL(`source/${source}`, folder)));
  return { content, sourceText: words([...sections.map(sectionText), ...sections.map(highlights)].join('\n')) };
}

it.each(DEMO_ITEMS)('$name quotes its source word for word', async ({ name, source }) => {
  const { content, sourceText } = await load(name, source);
  expect(content.excerpts?.length).toBeGreaterThanOrEqual(3);
  for (const { text, mustAccompany } of content.excerpts ?? []) {
    expect(sourceText).toContain(words(text));
    if (mustAccompany !== undefined) expect(sourceText).toContain(words(mustAccompany));
  }
  for (const { safety, boxedWarning } of content.products ?? []) {
    // The headings between the passages are ours; every passage is the label's.
    for (const passage of (safety?.['US'] ?? '').split(
      /(?:^|(?<=\.) )(?:Contraindications|Warnings and precautions|Adverse reactions): |[.;:] /,
    )) {
      expect(bare(sourceText)).toContain(bare(passage));
    }
    expect(bare(sourceText)).toContain(bare(boxedWarning?.['US'] ?? ''));
  }
  for (const { text } of Object.values(content.aeReporting ?? {})) expect(sourceText).toContain(words(text));
});

it('shows Lipitor with every line that its label must have', async () => {
  const { content } = await load('lipitor-interactions', 'lipitor.xml');
  const record = readRecord({
    ...content,
    iss: 'https://publisher.example',
    iat: 0,
    exp: 1,
    status: { uri: 'https://publisher.example/s', idx: 0 },
  });
  const fields = labelModel(record, { state: 'as-stated', country: 'US', excerpt: 'e3' }).compact.map(
    ({ field }) => field,
  );
  expect(fields).toEqual(
    expect.arrayContaining([
      'company',
      'promotionalStatus',
      'audience',
      'involvement',
      'title',
      'product',
      'excerpt',
      'safety',
      'prescribingInformation',
      'aeReporting',
      'canonicalUrl',
    ]),
  );
});
