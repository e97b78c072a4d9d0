import { labelModel, parseRecord, renderOpenGraph, renderOpenGraphNotice } from '@pullquote/record';
import { expect, it } from 'vitest';
import { maximalRecord } from './fixtures.js';
import { readHtml } from './survival/read-html.js';

const LINK = { url: 'https://publisher.example/item', version: 1, digest: 'AAECAwQFBgcICQoLDA0ODw' };
const SUBJECT = 'Brandex: what changes its exposure';

async function label(company: string) {
  const record = await maximalRecord({
    title: SUBJECT,
    promotionalStatus: 'promotional',
    parties: [{ role: 'sponsor', name: company }],
  });
  return labelModel(parseRecord(record), { state: 'as-stated', country: 'GB' });
}
const contents = (html: string) =>
  readHtml(html).elements.map(({ name, attributes }) => [name, attributes['property'], attributes['content']]);

it('says whose an item is, what it is and for whom, and nothing of its subject', async () => {
  const made = await label('Example Pharma');
  const notice = renderOpenGraphNotice(made, LINK);
  expect(contents(notice)).toEqual([
    ['meta', 'og:type', 'website'],
    ['meta', 'og:title', expect.stringMatching(/^Promotional: For .* (professionals|physicians|nurses)/)],
    ['meta', 'og:site_name', 'Example Pharma (sponsor)'],
    ['meta', 'og:url', LINK.url],
    ['meta', 'og:description', expect.stringMatching(/^Example Pharma \(sponsor\) \| Promotional \| For /)],
  ]);
  for (const word of ['Brandex', 'exposure']) expect(notice).not.toContain(word);
  expect(renderOpenGraph(made, LINK)).toContain('Brandex');
});

it('stays within its attributes', async () => {
  const notice = renderOpenGraphNotice(await label('A"><script>alert(1)</script><meta x="'), LINK);
  expect(readHtml(notice).elements.map(({ name }) => name)).toEqual(['meta', 'meta', 'meta', 'meta', 'meta']);
});
