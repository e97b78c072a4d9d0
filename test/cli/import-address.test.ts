import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { draftFromFile, readSource, run } from 'pullquote';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FETCH_LIMITS, fetchSource } from '../../packages/cli/src/import/fetch-source.js';
import { fixture, newProject, refusal, scratch } from './project.js';

const HTML = { headers: { 'content-type': 'text/html; charset=utf-8' } };
const PAGE = '<!doctype html><html lang="en"><title>A page</title>';

/** Answers by path, and keeps what was asked for. */
function site(answers: Record<string, () => Response>) {
  const asked: string[] = [];
  const fetcher: typeof fetch = async (url, options) => {
    asked.push(String(url));
    expect(options).toMatchObject({ redirect: 'manual', credentials: 'omit', referrerPolicy: 'no-referrer' });
    return answers[String(url)]?.() ?? new Response('', { status: 404 });
  };
  return { asked, fetcher };
}
const to = (location: string) => () => new Response(null, { status: 302, headers: { location } });

/** A real server on this machine. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('an address', () => {
  it('is read as a file is: a label by its root, a page by its beginning or its type', async () => {
    const label = await readFile(fixture('cough'), 'utf8');
    const { fetcher } = site({
      'https://a.example/label': () => new Response(label, { headers: { 'content-type': 'application/xml' } }),
      'https://a.example/page': () => new Response(PAGE, HTML),
      'https://a.example/bare': () => new Response('<p><title>Bare</title>', HTML),
    });
    expect((await readSource('https://a.example/label', fetcher)).format).toBe('spl');
    const page = await readSource('https://a.example/page', fetcher);
    expect(page.content.title).toBe('A page');
    expect(page.missing.find(({ path }) => path === 'canonicalUrl')?.hint).toContain('https://a.example/page');
    expect((await readSource('https://a.example/bare', fetcher)).content.title).toBe('Bare');
  });

  it('may be redirected on the same site', async () => {
    const { fetcher, asked } = site({
      'https://a.example/1': to('/2#x'),
      'https://a.example/2': to('https://a.example/3'),
      'https://a.example/3': () => new Response(`${PAGE}<link rel=canonical href=/c>`, HTML),
    });
    expect((await readSource('https://a.example/1#frag', fetcher)).content.canonicalUrl).toBe('https://a.example/c');
    expect(asked).toEqual(['https://a.example/1', 'https://a.example/2', 'https://a.example/3']);
  });

  it.each([
    ['http elsewhere', 'http://a.example/', {}, 'give an https address'],
    ['a password', 'https://u:p@a.example/', {}, 'without a user name or password'],
    [
      'another site',
      'https://a.example/1',
      { 'https://a.example/1': to('https://b.example/') },
      'to another site, https://b.example.',
    ],
    ['a weaker scheme', 'https://a.example/1', { 'https://a.example/1': to('http://a.example/') }, 'to another site'],
    ['no address', 'https://a.example/1', { 'https://a.example/1': to('https://') }, 'an address that is none'],
    ['a circle', 'https://a.example/1', { 'https://a.example/1': to('/1') }, 'redirected more than 5 times'],
    ['nothing there', 'https://a.example/x', {}, 'answered with status 404'],
    [
      'a PDF',
      'https://a.example/1',
      { 'https://a.example/1': () => new Response('%PDF', { headers: { 'content-type': 'application/pdf' } }) },
      'is application/pdf: only web pages and XML are read',
    ],
    [
      'a length that is too much',
      'https://a.example/1',
      {
        'https://a.example/1': () =>
          new Response('x', { headers: { 'content-type': 'text/html', 'content-length': '52428801' } }),
      },
      'larger than 50 MB',
    ],
  ] as const)('%s is refused', async (_name, address, answers, words) => {
    const { code, message } = await refusal(() => readSource(address, site(answers).fetcher));
    expect(code).toBe('import');
    expect(message).toContain(words);
  });

  it('is asked for six times at most', async () => {
    const { fetcher, asked } = site({ 'https://a.example/1': to('/1') });
    await refusal(() => readSource('https://a.example/1', fetcher));
    expect(asked).toHaveLength(6);
  });

  it('whose server is silent is given up, before and inside the answer', async () => {
    const limits = { ...FETCH_LIMITS, patienceMs: 150 };
    const silent = await serve(() => undefined);
    expect((await refusal(() => fetchSource(silent, fetch, limits))).message).toContain(
      'took longer than 0.15 seconds',
    );
    const stuck = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write(PAGE);
    });
    const drain = async () => {
      for await (const chunk of (await fetchSource(stuck, fetch, limits)).chunks)
        expect(chunk.length).toBeGreaterThan(0);
    };
    expect((await refusal(drain)).message).toContain('took longer than 0.15 seconds');
  });

  it('whose server breaks off is not a shorter page', async () => {
    const broken = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '9999' });
      response.write(PAGE, () => response.destroy());
    });
    expect((await refusal(() => readSource(broken))).message).toContain('cannot be read');
  });

  it('that sends without end is stopped at the bound', async () => {
    let sent = 0;
    const endless = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const piece = Buffer.from(`<p>${'x'.repeat(1024 * 1024)}`);
      const push = () => void response.write(piece, () => sent++ < 500 && push());
      push();
    });
    expect((await refusal(() => readSource(endless))).message).toContain('larger than 50 MB');
    expect(sent).toBeLessThan(100);
  });

  it('where nobody answers is named with the cause', async () => {
    const { message } = await refusal(() => readSource('http://127.0.0.1:9/'));
    expect(message).toMatch(/^http:\/\/127\.0\.0\.1:9\/ cannot be read \(.+\)\. Check the address/);
  });
});

it('the command names the draft after the address and says where it is from', async () => {
  const project = await newProject();
  const origin = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(PAGE);
  });
  let out = '';
  const terminal = { out: (text: string) => void (out += text), err: () => undefined, interactive: false };
  expect(await run(['draft', `${origin}/a/My%20Page.html?x=1`, '-C', project.paths.root], terminal)).toBe(0);
  expect(out).toContain(`Wrote items/my-page.yaml from ${origin}/a/My%20Page.html?x=1 (HTML).`);
  expect(await readFile(join(project.paths.items, 'my-page.yaml'), 'utf8')).toContain(`# Drafted from ${origin}/a/My`);
});

it('an output file that is there already is known before anything is fetched', async () => {
  const { fetcher, asked } = site({});
  const out = join(await scratch(), 'x.yaml');
  await draftFromFile(fixture('essay'), { out });
  expect((await refusal(() => draftFromFile('https://a.example/1', { out, fetcher }))).code).toBe('item');
  expect(asked).toEqual([]);
});
