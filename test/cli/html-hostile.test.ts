import { readSourceStream } from 'pullquote';
import { expect, it } from 'vitest';
import { refusal } from './project.js';

const MB = 1024 * 1024;

/** Sends `start`, then `piece` for as long as somebody reads, at most `times`. */
function endless(start: string, piece: string, times: number) {
  const counted = { sent: 0 };
  const encode = (text: string) => new TextEncoder().encode(text);
  const stream = (async function* () {
    yield encode(start);
    const bytes = encode(piece);
    for (; counted.sent < times; counted.sent++) yield bytes;
  })();
  return { counted, read: () => readSourceStream(stream) };
}

const HEAD = `<!doctype html><title>T</title>${' '.repeat(2_000)}`;

it.each([
  ['more than 50 MB', HEAD, `<p>${'x'.repeat(MB)}`, 200, 'larger than 50 MB', 53],
  ['deep nesting', HEAD, '<div>'.repeat(100), 100_000, 'nested more than 512 deep', 10],
  ['one tag without an end', `${HEAD}<p `, 'a="b" '.repeat(10_000), 2_000, 'larger than 50 MB', 2_000],
  ['an endless attribute', `${HEAD}<meta name="description" content="`, 'x'.repeat(MB), 200, 'larger than 50 MB', 53],
  ['an endless title', '<!doctype html><title>', 'x'.repeat(MB), 200, "page's title is longer than 100000", 3],
  [
    'endless JSON-LD',
    `${HEAD}<script type="application/ld+json">"`,
    'x'.repeat(MB),
    200,
    'more than 4 MB of JSON-LD',
    8,
  ],
  ['endless meta tags', HEAD, '<meta name="a" content="b">'.repeat(1_000), 2_000, 'more than 10000 meta and link', 13],
  [
    'endless JSON-LD blocks',
    HEAD,
    '<script type="application/ld+json">1</script>'.repeat(1_000),
    2_000,
    'more than 10000 blocks',
    13,
  ],
  ['endless elements', HEAD, '<br>'.repeat(100_000), 2_000, 'more than 2000000 elements', 24],
  ['an endless comment', `${HEAD}<!--`, '-'.repeat(MB), 200, 'larger than 50 MB', 53],
])('%s is refused without reading on', { timeout: 20_000 }, async (_name, start, piece, times, words, most) => {
  const { counted, read } = endless(start, piece, times);
  const { code, message } = await refusal(read);
  expect(code).toBe('import');
  expect(message).toContain(words);
  expect(counted.sent).toBeLessThanOrEqual(most);
});

it('a meta tag that is too long is named', async () => {
  const { message } = await refusal(
    endless(HEAD, `<meta name="Description" content="${'x'.repeat(100_001)}">`, 1).read,
  );
  expect(message).toContain('"Description" is longer than 100000 characters');
});

it('an entity bomb is refused: nothing that a DTD defines is read', async () => {
  const bomb = `<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><html><title>&b;</title></html>`;
  expect((await refusal(endless(bomb, '', 0).read)).message).toContain('DTDs are not read');
});

it('a DOCTYPE with a public name is fine', async () => {
  const html =
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd"><html><title>T</title></html>';
  expect((await endless(html, '', 0).read()).content.title).toBe('T');
});

it('bytes that are not what the page says it is are refused', async () => {
  const bytes = Uint8Array.from([...new TextEncoder().encode('<!doctype html><title>'), 0xff, 0xfe]);
  const { message } = await refusal(() => readSourceStream(new Blob([bytes]).stream()));
  expect(message).toContain('not valid utf-8');
});

it('an unknown encoding is named', async () => {
  const { message } = await refusal(endless('<!doctype html><meta charset="x-martian"><title>T</title>', '', 0).read);
  expect(message).toContain('encoding "x-martian", which is not known');
});

it('markup in a title stays text', async () => {
  const { content } = await endless('<!doctype html><title>&lt;script>alert(1)&lt;/script></title>', '', 0).read();
  expect(content.title).toBe('<script>alert(1)</script>');
});
