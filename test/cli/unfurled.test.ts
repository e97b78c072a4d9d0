import { extract } from '@extractus/oembed-extractor';
import metascraper from 'metascraper';
import metascraperDescription from 'metascraper-description';
import metascraperPublisher from 'metascraper-publisher';
import metascraperTitle from 'metascraper-title';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import openGraphScraper from 'open-graph-scraper';
import { publishedItems, publishFolder, signItem, verifyFolder, withdrawItem, type Project } from 'pullquote';
import { unfurl } from 'unfurl.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPublisherSite, prepareDemo, type DemoProject, type PublisherSite } from '@pullquote/example-publisher';
import { tmpdir } from 'node:os';
import { finishedItem, NOW, newProject, writeItem } from './project.js';

const folders: string[] = [];
let demo: DemoProject;
let origin = '';
let close = () => {};

beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), 'pullquote-unfurled-'));
  folders.push(root);
  const held: { site?: PublisherSite } = {};
  const server = createServer((request, reply) => {
    void held.site?.fetch(new Request(origin + (request.url ?? '/'))).then(async (answer) => {
      reply.writeHead(answer.status, Object.fromEntries(answer.headers));
      reply.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => void server.close();
  demo = await prepareDemo({ root, origin });
  held.site = await createPublisherSite({ publicDir: demo.publicDir, origin, elementsDir: join(root, 'none') });
});
afterAll(async () => {
  close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const COMPANIES = {
  'depression-primary-care-trial': /PLoS|Public Library|York|NIHR|National Institute/i,
  'childrens-night-time-cold-cough': /Novartis/,
  'lipitor-interactions': /Parke-Davis|Pfizer/,
} as const;
const AUDIENCES = {
  'depression-primary-care-trial': 'For US and UK healthcare professionals',
  'childrens-night-time-cold-cough': 'For US healthcare professionals',
  'lipitor-interactions': 'For US healthcare professionals',
} as const;
type Name = keyof typeof COMPANIES;
const NAMES = Object.keys(COMPANIES) as Name[];
const page = async (name: Name) => {
  const url = `${origin}/${name}`;
  return { url, html: await (await fetch(url)).text() };
};

/** What a site that has never heard of us would put into its preview: all the text that the consumer read. */
const CONSUMERS: Record<string, (url: string, html: string) => Promise<unknown>> = {
  'open-graph-scraper': async (_, html) => (await openGraphScraper({ html })).result,
  'unfurl.js': (url) => unfurl(url),
  metascraper: (url, html) =>
    metascraper([metascraperTitle(), metascraperDescription(), metascraperPublisher()])({ url, html }),
};

describe.each(Object.entries(CONSUMERS))('%s', (_, read) => {
  it.each(NAMES)('shows whose %s is, and for whom', async (name) => {
    const { url, html } = await page(name);
    const shown = JSON.stringify(await read(url, html));
    expect(shown).toMatch(COMPANIES[name]);
    expect(shown).toContain(AUDIENCES[name]);
  });
});

describe('@extractus/oembed-extractor', () => {
  it.each(NAMES.filter((name) => name !== 'lipitor-interactions'))(
    'finds the answer of %s by its page',
    async (name) => {
      const answer = await extract(`${origin}/${name}`);
      expect(answer).toMatchObject({ type: 'rich', version: '1.0' });
      const { html = '' } = answer as { html?: string };
      expect(html).toMatch(COMPANIES[name]);
      expect(html).toContain(AUDIENCES[name]);
      expect(html).toContain('Source as stated when posted');
    },
  );

  it('finds none of an item that needs a verified healthcare professional', async () => {
    await expect(extract(`${origin}/lipitor-interactions`)).rejects.toThrow();
  });
});

describe('a promotional item', () => {
  it('says in a preview whose it is and for whom, and not what it is about', async () => {
    const { url, html } = await page('lipitor-interactions');
    const { result } = await openGraphScraper({ html });
    const { ogTitle, ogDescription, ogSiteName } = result;
    expect(ogTitle).toBe(`Promotional: ${AUDIENCES['lipitor-interactions']}`);
    for (const shown of [ogTitle, ogDescription, ogSiteName])
      expect(shown).not.toMatch(/lipitor|atorvastatin|interaction/i);
    const { open_graph, oEmbed } = await unfurl(url);
    expect([open_graph.title, oEmbed]).toEqual([ogTitle, undefined]);
  });
});

describe('what publish writes for the items’ own pages', () => {
  const read = (project: Project, ...path: string[]) =>
    readFile(join(project.paths.public, '.well-known', 'pullquote', ...path), 'utf8');

  it('is whole where the item may go to open networks: the label, JSON-LD and an oEmbed answer', async () => {
    const project = await newProject();
    const fields = await finishedItem(project, 'essay');
    const reuse = { ...(fields['reuse'] as object), channels: { allow: ['discussion', 'open-social', 'copy'] } };
    await writeItem(project, 'essay', { ...fields, reuse });
    const { digest } = await signItem(project, 'essay', NOW);
    await publishFolder(project, { now: NOW });
    const head = await read(project, 'heads', `${digest}.html`);
    expect(head).toContain('application/ld+json');
    expect(head).toContain(`/.well-known/pullquote/oembed/${digest}.json`);
    const { result } = await openGraphScraper({ html: head });
    expect(result.ogTitle).toContain(String(fields['title']).slice(0, 20));
    const oembed = JSON.parse(await read(project, 'oembed', `${digest}.json`)) as { html: string; cache_age: number };
    expect(oembed.html).toContain(`h=${digest}`);
    expect(oembed.cache_age).toBe(3_600);
    expect((await publishedItems(project.paths.public))[0]?.head).toBe(head);
  });

  it('goes with a withdrawal, and a file that is left behind is found', async () => {
    const project = await newProject();
    await finishedItem(project, 'cough');
    const { digest } = await signItem(project, 'cough', NOW);
    await publishFolder(project, { now: NOW });
    expect(await readdir(join(project.paths.public, '.well-known', 'pullquote', 'oembed'))).toEqual([`${digest}.json`]);
    await withdrawItem(project, 'cough', { reason: 'Wrong dose.', now: NOW });
    await publishFolder(project, { now: NOW });
    await expect(read(project, 'oembed', `${digest}.json`)).rejects.toThrow();
    await expect(read(project, 'heads', `${digest}.html`)).rejects.toThrow();
    expect((await verifyFolder(project.paths.public, { now: NOW })).ok).toBe(true);
    const heads = join(project.paths.public, '.well-known', 'pullquote', 'heads');
    await mkdir(heads, { recursive: true });
    await writeFile(join(heads, `${digest}.html`), 'left behind');
    expect((await verifyFolder(project.paths.public, { now: NOW })).ok).toBe(false);
  });
});
