import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn, packedProject, PACKAGES, readPackage, ROOT, run, type Project } from './packed-project.js';

const FRAMEWORKS = ['react', 'vue', 'preact', 'solid-js', '@types/react', '@types/node', 'lit'];
const folders = Object.keys(PACKAGES) as (keyof typeof PACKAGES)[];

let project: Project;
beforeAll(async () => {
  project = await packedProject(FRAMEWORKS);
});
afterAll(() => project.remove());

/** A module of the project, run in plain Node. → what it printed */
async function node(code: string): Promise<string> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { cwd: project.folder });
  return stdout;
}

const RESOLUTION = {
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  node16: { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
} as const;

/** What the compiler says of these files, and of our declarations that they reach. Other people's are theirs to mend. */
async function typeErrors(resolution: keyof typeof RESOLUTION, files: Record<string, string>): Promise<string[]> {
  const names = Object.keys(files).map((name) => join(project.folder, name));
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(project.folder, name), text)));
  const program = ts.createProgram(names, {
    ...RESOLUTION[resolution],
    strict: true,
    noEmit: true,
    jsx: ts.JsxEmit.ReactJSX,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['node'],
  });
  const ours = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(project.folder));
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...ours.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ].map(({ file, messageText, start = 0 }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    const path = file?.fileName.slice(project.folder.length + 1) ?? '';
    return `${path}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

describe.each(folders)('the tarball of %s', (folder) => {
  it('has what its reader looks for, and nothing of the workshop', async () => {
    const files = await filesIn(project.at(folder));
    const own = files.filter((file) => !file.startsWith('node_modules/'));
    expect(own).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md']));
    expect(own.filter((file) => /tsbuildinfo|tsconfig|(^|\/)test\//.test(file))).toEqual([]);
    expect(await readFile(join(project.at(folder), 'LICENSE'), 'utf8')).toBe(
      await readFile(join(ROOT, 'LICENSE'), 'utf8'),
    );
  });

  it('says what it is, whose licence it has and what runs it', async () => {
    const file = (await readPackage(project.at(folder))) as unknown as Record<string, unknown>;
    expect(file).toMatchObject({
      license: 'Apache-2.0',
      type: 'module',
      publishConfig: { access: 'public', provenance: true },
    });
    expect(String(file['description']).length).toBeGreaterThan(20);
    expect(file).toHaveProperty('engines.node');
    expect(file).toHaveProperty('sideEffects');
    expect(file['version']).toBe((await readPackage(join(ROOT, 'packages/record'))).version);
  });

  it('holds every source that its maps name', async () => {
    const files = new Set(await filesIn(project.at(folder)));
    for (const map of [...files].filter((file) => !file.startsWith('node_modules/') && file.endsWith('.map'))) {
      const { sources } = JSON.parse(await readFile(join(project.at(folder), map), 'utf8')) as { sources: string[] };
      for (const source of sources.map((one) => join(map, '..', one).replaceAll('\\', '/')))
        // A build leaves behind what it once made of sources that are gone; a release begins with `npm run clean`.
        if (existsSync(join(ROOT, 'packages', folder, source))) expect(files, map).toContain(source);
    }
  });

  it('shows in its README only what it exports', async () => {
    const readme = await readFile(join(project.at(folder), 'README.md'), 'utf8');
    for (const [, names = '', specifier = ''] of readme.matchAll(/import (?:\{ ([^}]+) \} from )?'([^']+)';/g)) {
      const exported = JSON.parse(
        await node(`console.log(JSON.stringify(Object.keys(await import(${JSON.stringify(specifier)}))))`),
      ) as string[];
      for (const name of names.split(', ').filter(Boolean)) expect(exported, specifier).toContain(name);
    }
  });
});

describe('in an empty project', () => {
  it.each([
    ['@pullquote/record', 'parseRecord'],
    ['@pullquote/record/reader', 'judge'],
    ['@pullquote/events', 'parseFact'],
    ['@pullquote/events/browser', 'createCounting'],
    ['@pullquote/elements', 'PqQuote'],
    ['@pullquote/elements/bundle/pullquote.js', 'connect'],
    ['@pullquote/elements/single', 'upgrade'],
    ['@pullquote/community', 'createCommunity'],
    ['@pullquote/collector', 'createCollector'],
    ['pullquote', 'signItem'],
  ])('plain Node imports %s, and finds %s', async (specifier, name) => {
    expect(await node(`console.log(Object.keys(await import('${specifier}')).join())`)).toMatch(
      new RegExp(`\\b${name}\\b`),
    );
  });

  it('a record goes from a key to a label and back', async () => {
    const label = await node(`
      import { compactLabel, generateKey, openRecord, publicKey, renderText, signRecord } from '@pullquote/record';
      const key = await generateKey();
      const origin = 'https://publisher.example';
      const now = Math.floor(Date.now() / 1000);
      const { jws } = await signRecord({
        schema: 'pullquote/1', id: 'urn:example:one', version: 1, language: 'en', canonicalUrl: origin + '/one', title: 'One item',
        contentType: 'clinical-summary', promotionalStatus: 'non-promotional', labelStatus: 'no-product',
        audience: { roles: ['physician'], countries: ['US'] }, parties: [{ role: 'publisher', name: 'Example Pharma' }],
        involvement: { en: 'Written by Example Pharma.' }, reuse: { requireVerifiedHcp: false, quote: 'none', download: false, print: false, reshare: true },
        iss: origin, iat: now, exp: now + 1000, status: { uri: origin + '/status.jwt', idx: 1 },
      }, key);
      const { record, digest } = await openRecord(jws, { keys: [publicKey(key)] });
      const link = { url: record.canonicalUrl, version: record.version, digest };
      console.log(renderText(compactLabel(record, { state: 'as-stated', country: 'US' }), link));`);
    expect(label).toContain('Source as stated when posted');
    expect(label).toContain('Example Pharma');
  });

  it.each(['cli', 'community', 'collector'] as const)('the bin of %s starts, and says what it does', async (folder) => {
    const { bin = {} } = await readPackage(project.at(folder));
    expect(Object.keys(bin)).toHaveLength(1);
    for (const [name, path] of Object.entries(bin)) {
      const { stdout } = await run(process.execPath, [join(project.at(folder), path), '--help'], {
        cwd: project.folder,
      });
      expect(stdout).toContain(name);
      expect(stdout.toLowerCase()).toContain('usage');
      expect(await readFile(join(project.at(folder), path), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    }
  });

  const MAIN = `
import { compactLabel, parseRecord, type ContentRecord } from '@pullquote/record';
import { judge, type Verdict } from '@pullquote/record/reader';
import { parseFact, type Fact } from '@pullquote/events';
import { createCounting } from '@pullquote/events/browser';
import { connect, upgrade, PqCard, type ConnectOptions, type PqShareEvent } from '@pullquote/elements';
import '@pullquote/elements/define';
import * as bundle from '@pullquote/elements/bundle/pullquote.js';
import * as single from '@pullquote/elements/single';
import { createCommunity, type Community, type CommunityConfig } from '@pullquote/community';
import { createCollector } from '@pullquote/collector';
import { signItem } from 'pullquote';

export const record: ContentRecord = parseRecord({});
export const fact: Fact = parseFact({});
export const label = compactLabel(record, { state: 'as-stated', country: 'US' });
export const options: ConnectOptions = { room: { specialty: 'cardiology' }, destinations: [{ id: 't1', label: 'Lipids' }] };
connect(options);
bundle.connect(options);
single.upgrade();
export const stop: () => void = upgrade(document);
export const card: PqCard = document.createElement('pq-card');
export const verdict: Verdict | undefined = card.verdict;
document.addEventListener('pq-share', (event) => {
  const asked: PqShareEvent = event;
  asked.respondWith(Promise.resolve(asked.destination));
  // @ts-expect-error the comment is the doctor's, and text
  export_(asked.comment satisfies number);
});
declare function export_(one: number): void;
export const start = (config: CommunityConfig): Promise<Community> => createCommunity(config);
// @ts-expect-error a community is nowhere without its origin
void createCommunity({ name: 'Grand Round' });
export const rest = [judge, createCounting, createCollector, signItem];
`;

  it.each(['bundler', 'node16', 'nodenext'] as const)(
    'TypeScript is strict with all of it, under %s',
    async (resolution) => {
      expect(await typeErrors(resolution, { [`main-${resolution}.ts`]: MAIN })).toEqual([]);
    },
  );

  const tags = (
    framework: string,
    source: string,
    listener: string,
    children = '<a href="/one">One</a>',
  ) => `/** @jsxImportSource ${source} */
import type { PqShareEvent } from '@pullquote/elements';
import type {} from '@pullquote/elements/jsx/${framework}';
const answer = (event: PqShareEvent) => event.respondWith(Promise.resolve(event.destination));
export const share = (
  <pq-share item="https://publisher.example/one" excerpt="e1" depth={2} ${listener}={answer}>
    ${children}
  </pq-share>
);
export const card = <pq-card item="https://publisher.example/one" view="full" />;
export const rest = [<pq-label item="https://publisher.example/one" />, <pq-quote item="https://publisher.example/one" for="text" />, <pq-ledger />];
// @ts-expect-error there are two views
export const wrongView = <pq-card view="huge" />;
// @ts-expect-error depth is a number
export const wrongDepth = <pq-share depth="deep" />;
// @ts-expect-error an event is no string
export const wrongListener = <pq-share ${listener}={(event: string) => event} />;
`;

  it('the tags type-check in React, Preact, Solid and Vue, and mistakes are told', async () => {
    const templates = `
import type {} from '@pullquote/elements/jsx/vue';
import type { GlobalComponents } from 'vue';
type Share = InstanceType<GlobalComponents['pq-share']>;
export const props: Share['$props'] = { item: 'https://publisher.example/one', depth: 2, onPqShared: (event) => event.destination.id };
export const open = (share: Share): Promise<void> => share.open();
// @ts-expect-error depth is a number
export const wrong: Share['$props'] = { depth: 'deep' };
`;
    expect(
      await typeErrors('bundler', {
        'react.tsx': tags('react', 'react', 'onpq-share'),
        'preact.tsx': tags('preact', 'preact', 'onpq-share'),
        'solid.tsx': tags('solid', 'solid-js', 'on:pq-share'),
        // Vue's own JSX types give no element children in this form.
        'vue.tsx': tags('vue', 'vue', 'onPqShare', ''),
        'vue-templates.ts': templates,
      }),
    ).toEqual([]);
  });

  it('and knows nothing of them where nobody asked for the types', async () => {
    const text =
      '/** @jsxImportSource react */\nimport \'@pullquote/elements\';\nexport const one = <pq-card view="full" />;';
    expect((await typeErrors('bundler', { 'bare.tsx': text })).join()).toMatch(/^bare\.tsx:3 .*pq-card/);
  });

  it('a bundler takes the elements apart: what is drawn at once, what comes later, and no schema library', async () => {
    await writeFile(
      join(project.folder, 'page.js'),
      `import '@pullquote/elements/define';\nimport { connect, upgrade } from '@pullquote/elements';\nconnect({});\nupgrade();`,
    );
    await writeFile(
      join(project.folder, 'index.html'),
      '<!doctype html><script type="module" src="./page.js"></script>',
    );
    const result = await build({ root: project.folder, configFile: false, logLevel: 'error', build: { write: false } });
    if (Array.isArray(result) || !('output' in result)) throw new Error('nothing was built');
    const chunks = result.output.flatMap((one) => (one.type === 'chunk' ? [one] : []));
    const atOnce = new Set<string>();
    const follow = (name: string): void => {
      if (atOnce.has(name)) return;
      atOnce.add(name);
      chunks.find(({ fileName }) => fileName === name)?.imports.forEach(follow);
    };
    for (const { fileName, isEntry } of chunks) if (isEntry) follow(fileName);
    const drawn = (part: string) =>
      chunks.filter(({ code }) => code.includes(`part="${part}"`)).map(({ fileName }) => atOnce.has(fileName));
    expect([drawn('source'), drawn('button')]).toEqual([[true], [true]]);
    expect([drawn('toolbar'), drawn('entries')]).toEqual([[false], [false]]);
    expect(
      chunks.flatMap(({ moduleIds }) => moduleIds).filter((id) => /node_modules\/(valibot|jose)\//.test(id)),
    ).toEqual([]);
  });
});
