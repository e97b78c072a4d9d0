import { readFileSync } from 'node:fs';
import {
  jsonLd,
  labelLines,
  labelModel,
  readRecord,
  renderBBCode,
  renderEmail,
  renderMarkdown,
  renderMarker,
  renderOpenGraph,
  renderText,
  type ItemLink,
  type LabelContext,
} from '@pullquote/record';
import { describe, expect, it } from 'vitest';

/** What an implementation in another language must give as well (docs/developers/spec/renderings.md). */
interface Vector {
  readonly name: string;
  readonly record: unknown;
  readonly context: LabelContext;
  readonly link: ItemLink;
  readonly renderings: Readonly<Record<string, unknown>>;
}
const { valid } = JSON.parse(
  readFileSync(new URL('../../docs/developers/spec/vectors/renderings.json', import.meta.url), 'utf8'),
) as { valid: Vector[] };

describe.each(valid)('rendering vectors: $name', ({ record: input, context, link, renderings }) => {
  const record = readRecord(input);
  const label = labelModel(record, context);
  const made: Readonly<Record<string, () => unknown>> = {
    lines: () => labelLines(label, link),
    marker: () => renderMarker(label, link),
    text: () => renderText(label, link),
    markdown: () => renderMarkdown(label, link),
    bbcode: () => renderBBCode(label, link),
    email: () => renderEmail(label, link),
    openGraph: () => renderOpenGraph(label, link),
    jsonLd: () => jsonLd(record, context, link),
  };

  it('has one of each', () => {
    expect(Object.keys(renderings).sort()).toEqual(Object.keys(made).sort());
  });

  it.each(Object.entries(made))('%s', (name, make) => {
    // As it travels: JSON has no undefined.
    expect(JSON.parse(JSON.stringify(make()))).toEqual(renderings[name]);
  });
});

it('the vectors show what they say', () => {
  const of = (name: string) => valid.find((one) => one.name.startsWith(name))?.renderings ?? {};
  expect(of('how the community').marker).toBe(of('a British').marker);
  expect(of('how the community').email).not.toEqual(of('a British').email);
  expect(String(of('withdrawn').text)).not.toContain('Clarithromycin');
  expect(String(of('an American').text)).toContain('Boxed warning: WARNING: EMBRYO-FETAL TOXICITY');
});
