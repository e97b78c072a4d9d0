import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseEvent } from '@pullquote/events';
import { checkConfig, publishFolder, signItem } from 'pullquote';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../packages/collector/src/config.js';
import { readDataFile } from '../../packages/community/src/sidecar/config-file.js';
import { finishedItem, fixture, newProject } from '../cli/project.js';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { page, startCommunitySite, type CommunitySite } from '../support/community-site.js';
import { createTestPublisher } from '../support/publisher.js';
import { BLOCKS, named, type Block } from './runnable/blocks.js';
import { typeErrors } from './runnable/type-errors.js';
import { used, yours, type Yours } from './runnable/yours.js';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const of = (language: string, as: string) => BLOCKS.filter((one) => one.language === language && one.as === as);
const [programs, scripts, pages, sheets] = [of('js', ''), of('js', 'page'), of('html', ''), of('css', '')];

let folder: string;
let own: ReadonlyMap<string, Yours>;
beforeAll(async () => {
  // Below node_modules, so that a block imports the packages as they are installed and built.
  await mkdir(join(ROOT, 'node_modules/.cache'), { recursive: true });
  folder = await mkdtemp(join(ROOT, 'node_modules/.cache/runnable-'));
  own = await yours();
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const scratch = () => mkdtemp(join(folder, 'in-'));

it('knows how to run every block that a page calls runnable', () => {
  const known = ['js', 'js page', 'html', 'css', 'sh project', 'sh draft', 'sh collector', 'sh', 'json event'];
  known.push('yaml pullquote.yaml', 'yaml community.yaml', 'yaml collector.yaml');
  const asked = BLOCKS.map(({ language, as }) => `${language} ${as}`.trim());
  expect(asked.filter((one) => !known.includes(one))).toEqual([]);
  expect(new Set(asked)).toEqual(new Set(known));
});

it.each(named([...programs, ...scripts]))('%s passes the strict compiler', (_, block) => {
  expect(typeErrors(block, own, folder)).toEqual([]);
});

it.each(named(programs))('%s runs in Node', async (_, block) => {
  const cwd = await scratch();
  const given = used(block.text, own).map(([name, { value }]) => `globalThis.${name} = ${value};`);
  await writeFile(join(cwd, 'yours.mjs'), given.join('\n'));
  // A server would go on; that it has begun is enough.
  await writeFile(join(cwd, 'block.mjs'), `import './yours.mjs';\n${block.text}\nprocess.exit(0);`);
  await run(process.execPath, ['block.mjs'], { cwd });
});

describe('settings', () => {
  it.each(named(of('yaml', 'pullquote.yaml')))('%s', (_, { text }) => {
    expect(checkConfig(parse(text) as Parameters<typeof checkConfig>[0]).name).not.toBe('');
  });
  it.each(named(of('yaml', 'community.yaml')))('%s', async (_, { text }) => {
    const cwd = await scratch();
    await writeFile(join(cwd, 'community.yaml'), text);
    await writeFile(join(cwd, 'member.secret'), 'a-secret-of-at-least-32-characters-x');
    expect(readDataFile(join(cwd, 'community.yaml'))).toMatchObject({ dataDir: join(cwd, 'data') });
  });
  it.each(named(of('yaml', 'collector.yaml')))('%s', async (_, { text }) => {
    const cwd = await scratch();
    await writeFile(join(cwd, 'collector.yaml'), text);
    expect((await readConfig(join(cwd, 'collector.yaml'))).publishers.length).toBeGreaterThan(0);
  });
});

it.each(named(of('json', 'event')))('%s is an event', (_, { text }) => {
  expect(parseEvent(JSON.parse(text))).toMatchObject({ specversion: '1.0' });
});

describe('commands', () => {
  /** `npx` and the commands themselves, as an installation here would find them. */
  const commands = async () => {
    const bin = await scratch();
    const write = async (name: string, script: string) => {
      await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`);
      await chmod(join(bin, name), 0o755);
    };
    const node = (path: string) => `exec "${process.execPath}" "${join(ROOT, path)}" "$@"`;
    await write('pullquote', node('packages/cli/bin.js'));
    await write('pullquote-community', node('packages/community/bin.js'));
    await write('pullquote-collector', node('packages/collector/bin.js'));
    await write('npx', 'command="$1"; shift; exec "$command" "$@"');
    return bin;
  };
  const type = async ({ text }: Block, cwd: string) => {
    const env = {
      PATH: `${await commands()}:${dirname(process.execPath)}:/usr/bin:/bin`,
      HOME: cwd,
      PULLQUOTE_PASSPHRASE: 'four words and more',
    };
    return run('sh', ['-e', '-c', text], { cwd, env });
  };

  it.each(named(of('sh', '')))('%s, in an empty folder', { timeout: 60_000 }, async (_, block) => {
    const cwd = await scratch();
    await copyFile(fixture('lipitor'), join(cwd, 'lipitor.xml'));
    await type(block, cwd);
  });
  it.each(named(of('sh', 'draft')))('%s, in a project without items', { timeout: 60_000 }, async (_, block) => {
    const { paths } = await newProject();
    await copyFile(fixture('lipitor'), join(paths.root, 'lipitor.xml'));
    await type(block, paths.root);
  });
  it.each(named(of('sh', 'project')))('%s, where lipitor is published', { timeout: 60_000 }, async (_, block) => {
    const project = await newProject();
    await finishedItem(project, 'lipitor');
    await signItem(project, 'lipitor');
    await publishFolder(project);
    await type(block, project.paths.root);
  });
  it.each(named(of('sh', 'collector')))('%s, beside a collector', { timeout: 60_000 }, async (_, block) => {
    const cwd = await scratch();
    const [settings] = of('yaml', 'collector.yaml');
    await writeFile(join(cwd, 'collector.yaml'), settings?.text ?? '');
    await type(block, cwd);
  });
});

describe.skipIf(chromiumPath === undefined)('in a page', () => {
  let browser: Browser;
  let site: CommunitySite;
  beforeAll(async () => {
    const publisher = await createTestPublisher();
    [browser, site] = await Promise.all([launchChromium(), startCommunitySite([publisher])]);
    const signed = await publisher.sign();
    site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
    site.holdStatus(publisher.statusUri, await publisher.statusList());
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  const open = async (html: string) => {
    site.pages.set('/block', { body: html });
    const tab = await browser.newPage();
    const faults: string[] = [];
    tab.on('pageerror', ({ message }) => faults.push(message));
    tab.on('console', (message) => {
      // A browser asks for an icon by itself.
      if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) faults.push(message.text());
    });
    await tab.goto(`${site.origin}/block`, { waitUntil: 'networkidle' });
    return { tab, faults };
  };

  it.each(named(scripts))('%s runs', async (_, { text }) => {
    const given = used(text, own).map(([name, { value }]) => `globalThis.${name} = ${value};`);
    site.pages.set('/yours.js', { type: 'text/javascript', body: given.join('\n') });
    site.pages.set('/block.js', { type: 'text/javascript', body: `${text}\nglobalThis.ran = true;` });
    const head = '<script src="/yours.js"></script><script type="module" src="/block.js"></script>';
    const { tab, faults } = await open(page('', { head }));
    expect(await tab.evaluate('globalThis.ran')).toBe(true);
    expect(faults).toEqual([]);
    await tab.close();
  });

  it.each(named(pages))('%s gives the elements that stand in it', async (_, { text }) => {
    const script = text.includes('<script') ? '' : '<script type="module" src="/pq/pullquote.js"></script>';
    const { tab, faults } = await open(`<!doctype html><meta charset="utf-8"><title>Block</title>${text}${script}`);
    const tags = [...new Set([...text.matchAll(/<(pq-[a-z]+)/g)].map(([, tag = '']) => tag))];
    expect(tags.length).toBeGreaterThan(0);
    for (const tag of tags)
      await tab.waitForFunction((name) => document.querySelector(`${name}:defined`) !== null, tag);
    expect(faults).toEqual([]);
    await tab.close();
  });

  it.each(named(sheets))('%s is CSS that a browser takes whole', async (_, { text }) => {
    const tab = await browser.newPage();
    await tab.goto(`${site.origin}/block`);
    const [rules, declarations] = await tab.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      const all = [...sheet.cssRules].filter((rule) => rule instanceof CSSStyleRule);
      // A shorthand, such as border-radius, is kept as its longhands: what is asked for is found again by its own name.
      const asked = [...css.matchAll(/^ +([\w-]+):/gm)].map(([, name = '']) => name);
      return [all.length, asked.filter((name) => all.some(({ style }) => style.getPropertyValue(name) !== '')).length];
    }, text);
    expect(rules).toBe(text.match(/\{/g)?.length);
    expect(declarations).toBe(text.match(/^ +[\w-]+:/gm)?.length);
    await tab.close();
  });
});
