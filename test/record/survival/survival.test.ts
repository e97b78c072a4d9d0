import { PROMOTIONAL_STATUSES, readLink, type Label } from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import { linkText, missing } from './check.js';
import { FILTERS, wordPressEmbed } from './filters.js';
import { FORMS, type Item } from './forms.js';
import { itemFor } from './item.js';
import { readHtml } from './read-html.js';
import { COUNTRIES, expectedOf, type Expected } from './table.js';

interface Case extends Item {
  readonly name: string;
  readonly expected: readonly Expected[];
}
const cases: Case[] = [];
for (const status of PROMOTIONAL_STATUSES)
  for (const country of COUNTRIES)
    cases.push({
      ...(await itemFor(status, country)),
      name: `${status}, ${country}`,
      expected: expectedOf(status, country),
    });
const lostOf = (html: string, { expected, link }: Case) => missing(html, expected, link);

it('covers every promotional status in eight countries', () => {
  expect(cases).toHaveLength(7 * 8);
});

describe.each(Object.entries(FORMS))('%s: every mandatory field and the link survive', (_, { render, shown }) => {
  const posted = cases.map((one) => ({ one, html: shown(render(one)) }));

  it.each(Object.entries(FILTERS))('%s', (_, filter) => {
    const lost = posted.map(({ one, html }) => [one.name, lostOf(filter(html), one)]);
    expect(lost).toEqual(cases.map(({ name }) => [name, []]));
  });
});

it('WordPress embeds the oEmbed answer, with the whole label in its quotation and the frame sandboxed', () => {
  const { render, shown } = FORMS.oEmbed ?? { render: () => '', shown: () => '' };
  for (const one of cases) {
    const embedded = wordPressEmbed(shown(render(one)));
    expect(lostOf(embedded, one)).toEqual([]);
    const { elements } = readHtml(embedded);
    expect(elements.filter(({ name }) => name === 'iframe')).toMatchObject([
      { attributes: { src: 'https://publisher.example/frame', sandbox: ['allow-scripts'] } },
    ]);
  }
});

describe('the check finds a renderer that drops anything', () => {
  const hard = cases.filter(({ name }) => /^(promotional|scientific-exchange), (US|GB|DE)$/.test(name));

  /** The label as a renderer would use it that forgets one field. */
  const without = (label: Label, field: string): Label => ({
    ...label,
    state: field === 'state' ? { ...label.state, words: '' } : label.state,
    compact: label.compact.filter((item) => item.field !== field),
    expanded: label.expanded.filter((item) => item.field !== field),
  });
  /** Fields that the renderers take from elsewhere than the label: these are dropped line by line below. */
  const elsewhere = ['canonicalUrl'];

  it.each(Object.entries(FORMS).filter(([name]) => name !== 'JSON-LD'))('%s: one field', (_, { render, shown }) => {
    for (const one of hard)
      for (const { field } of one.expected.filter((item) => !elsewhere.includes(item.field)))
        expect(new Set(lostOf(shown(render({ ...one, label: without(one.label, field) })), one))).toEqual(
          new Set([field]),
        );
  });

  it('JSON-LD: one field, wherever it stands', () => {
    const { render, shown } = FORMS['JSON-LD'] ?? { render: () => '', shown: () => '' };
    for (const one of hard)
      for (const { field, text } of one.expected) {
        const json = JSON.stringify(text).slice(1, -1);
        const mutant = render(one).replaceAll('\\u0026', '&').replaceAll(json, '');
        expect(lostOf(shown(mutant), one), `${one.name}: ${field}`).toContain(field);
      }
  });

  it.each(['HTML marker', 'plain text', 'Markdown', 'BBCode', 'e-mail, HTML', 'oEmbed'])('%s: one line', (name) => {
    const { render, shown } = FORMS[name] ?? { render: () => '', shown: () => '' };
    for (const one of hard) {
      const rendered = render(one);
      const json = name === 'oEmbed';
      const whole = json ? shown(rendered) : rendered;
      const lines = whole.split('\n');
      const structural = /^(>|<\/?blockquote>|<\/?div.*>|<iframe .*|\[\/?quote\])$/;
      for (const [index, line] of lines.entries()) {
        if (structural.test(line)) continue;
        const mutant = lines.filter((_, at) => at !== index).join('\n');
        expect(lostOf(json ? mutant : shown(mutant), one), line).not.toEqual([]);
      }
    }
  });

  it('a shortened boxed warning, and a shortened adverse-event sentence', () => {
    const shorten = (item: Item, field: string): Item => ({
      ...item,
      label: {
        ...item.label,
        compact: item.label.compact.map((one) =>
          one.field === field ? { ...one, text: `${one.text.slice(0, -20)}…` } : one,
        ),
      },
    });
    for (const { render, shown } of Object.values(FORMS).filter(({ render }) => render !== FORMS['JSON-LD']?.render))
      for (const [name, field] of [
        ['promotional, US', 'boxedWarning'],
        ['promotional, GB', 'aeReporting'],
      ] as const) {
        const one = cases.find((found) => found.name === name);
        if (!one) throw new Error(`there is no case ${name}`);
        expect(lostOf(shown(render(shorten(one, field))), one)).toEqual([field]);
      }
  });

  it('a link that was changed, or is not the item’s', () => {
    for (const { render, shown } of Object.values(FORMS))
      for (const one of hard) {
        const html = shown(render({ ...one, link: { ...one.link, digest: 'BBECAwQFBgcICQoLDA0ODw' } }));
        expect(lostOf(html, one)).toEqual(['link']);
      }
  });
});

describe('for the reader’s own country', () => {
  it.each(Object.entries(FORMS))('%s: nothing that was written for another country', (_, { render, shown }) => {
    for (const one of cases) {
      const html = shown(render(one));
      const foreign = COUNTRIES.filter((country) => country !== one.context.country).flatMap((country) => [
        `/pi/${country.toLowerCase()}`,
        ...expectedOf('promotional', country)
          .filter(({ field }) => field === 'aeReporting' || field === 'approval' || field === 'obligatory')
          .map(({ text }) => text.replace(/^[^:]+: /, '')),
      ]);
      const text = readHtml(html).blocks.join(' ');
      expect(foreign.filter((words) => text.includes(words))).toEqual([]);
    }
  });
});

it('the link of the check is the specification’s, not the package’s own', () => {
  const [one] = cases;
  expect(readLink(linkText(one?.link ?? { url: '', version: 0, digest: '' }))).toEqual(one?.link);
});
