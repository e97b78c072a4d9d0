import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError, readSource, readSourceStream, XML_LIMITS } from 'pullquote';
import { describe, expect, it } from 'vitest';
import { refusal, scratch } from './project.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (...chunks: (string | Uint8Array)[]) =>
  readSourceStream(
    (async function* () {
      for (const chunk of chunks) yield typeof chunk === 'string' ? bytes(chunk) : chunk;
    })(),
  );
const refused = (...chunks: (string | Uint8Array)[]) => refusal(() => read(...chunks));

describe('refuses at once', () => {
  it('an entity bomb: nothing that a DTD defines is expanded', async () => {
    const bomb = `<!DOCTYPE article [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">${Array.from({ length: 30 }, (_, i) => `<!ENTITY c${i} "&b;&b;&b;">`).join('')}]><article><front>&c29;</front></article>`;
    const { code, message } = await refused(bomb);
    expect(code).toBe('import');
    expect(message).toMatch(/^Line 1: the file uses an entity that only its DTD defines/);
  });

  it('an external entity: no file is opened', async () => {
    const { message } = await refused(
      '<!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/hostname">]><article>&x;</article>',
    );
    expect(message).toContain('DTDs are not read');
  });

  it('deep nesting, long before the file ends', async () => {
    let sent = 0;
    const endless = readSourceStream(
      (async function* () {
        for (; sent < 100_000; sent++) yield bytes('<a>');
      })(),
    );
    expect((await refusal(() => endless)).message).toContain('nested more than 200 deep');
    expect(sent).toBeLessThan(1_000);
  });

  it('a file beyond 50 MB, without reading on', async () => {
    let sent = 0;
    const piece = bytes(`<p>${'x'.repeat(1024 * 1024 - 7)}</p>`);
    const endless = readSourceStream(
      (async function* () {
        yield bytes('<article>');
        for (; sent < 200; sent++) yield piece;
      })(),
    );
    expect((await refusal(() => endless)).message).toContain('larger than 50 MB');
    expect(sent).toBeLessThanOrEqual(XML_LIMITS.bytes / piece.length + 2);
  });

  it.each([
    ['nothing', '', 'must contain a root element'],
    ['plain text', 'Dear doctor, here is our label.', 'not well-formed XML'],
    ['JSON', '{"title":"x"}', 'not well-formed XML'],
    ['a cut-off file', '<article><front>', 'not well-formed XML'],
    ['crossed tags', '<article><b><i></b></i></article>', 'not well-formed XML'],
    ['an unknown prefix', '<x:article/>', 'not well-formed XML'],
    ['a second root', '<article/><article/>', 'not well-formed XML'],
    ['a web page', '<html><body/></html>', 'root element <html> is neither'],
    ['a label without its namespace', '<document/>', 'root element <document> is neither'],
    ['another article', '<article xmlns="http://docbook.org/ns/docbook"/>', 'root element <article> is neither'],
    [
      'an unknown encoding',
      '<?xml version="1.0" encoding="x-martian"?><article/>',
      'encoding "x-martian", which is not known',
    ],
  ])('%s', async (_name, text, words) => {
    const { code, message } = await refused(text);
    expect(code).toBe('import');
    expect(message).toContain(words);
  });

  it('bytes that are not what the file says it is', async () => {
    const { message } = await refused(
      '<?xml version="1.0" encoding="UTF-8"?><article><p>',
      Uint8Array.of(0xff, 0xfe, 0x41),
      '</p></article>',
    );
    expect(message).toContain('not valid utf-8');
  });
});

it('reads the encodings that files declare', async () => {
  const latin = Uint8Array.from(
    '<?xml version="1.0" encoding="ISO-8859-1"?><article><front><article-meta><title-group><article-title>Caf\u00e9</article-title></title-group></article-meta></front></article>',
    (c) => c.charCodeAt(0),
  );
  expect((await read(latin)).content.title).toBe('Café');
  const wide = new Uint8Array(
    Buffer.from(
      '\ufeff<article><front><article-meta><title-group><article-title>Ωμέγα</article-title></title-group></article-meta></front></article>',
      'utf16le',
    ),
  );
  expect((await read(wide)).content.title).toBe('Ωμέγα');
});

it('knows the entities of XML itself and character numbers', async () => {
  const { content } = await read(
    '<article><front><article-meta><title-group><article-title>A &lt; B &amp; C &#945; &#x3b2;</article-title></title-group></article-meta></front></article>',
  );
  expect(content.title).toBe('A < B & C α β');
});

it('names a file that is not there, and a folder', async () => {
  const folder = await scratch();
  expect((await refusal(() => readSource(join(folder, 'none.xml')))).message).toContain('There is no file');
  await mkdir(join(folder, 'sub'));
  expect((await refusal(() => readSource(join(folder, 'sub')))).message).toContain('is a folder');
  await writeFile(join(folder, 'empty.xml'), '');
  await expect(readSource(join(folder, 'empty.xml'))).rejects.toBeInstanceOf(CliError);
});
