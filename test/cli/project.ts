import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliError, draftFromFile, initProject, type Project } from 'pullquote';
import { onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';

export const ORIGIN = 'https://publisher.example';
export const NOW = new Date('2026-11-20T09:00:00Z');

export const FIXTURES = {
  lipitor: 'spl/lipitor.xml',
  viagra: 'spl/viagra.xml',
  cough: 'spl/cough-syrup-otc.xml',
  essay: 'jats/journal.pmed.0030445.xml',
  tb: 'jats/journal.pmed.1001300.xml',
  trial: 'jats/journal.pmed.1001518.xml',
} as const;
export type Fixture = keyof typeof FIXTURES;
export const NAMES = Object.keys(FIXTURES) as Fixture[];

export function fixture(name: Fixture): string {
  return fileURLToPath(new URL(`../fixtures/${FIXTURES[name]}`, import.meta.url));
}

/** A folder of its own for one test. */
export async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function newProject(settings: object = {}): Promise<Project> {
  const root = await scratch();
  return (await initProject(root, { name: 'Example Publisher', origin: ORIGIN, ...settings })).project;
}

type Fields = Record<string, unknown>;

/** What a person at the publisher fills in. */
const DECISIONS: Fields = {
  promotionalStatus: 'non-promotional',
  labelStatus: 'within-label',
  audience: { roles: ['healthcare professionals'], countries: ['US'] },
  involvement: { en: 'Written by its authors.' },
};

/** Drafts a real file and fills in what the draft lists as missing, with `changes` on top. */
export async function finishedItem(project: Project, name: Fixture, changes: Fields = {}): Promise<Fields> {
  const file = join(project.paths.items, `${name}.yaml`);
  await draftFromFile(fixture(name), { out: file });
  const { missing: _missing, ...draft } = parse(await readFile(file, 'utf8')) as Fields;
  const finished = {
    language: 'en',
    ...draft,
    ...DECISIONS,
    canonicalUrl: `/${name}`,
    reuse: {
      ...(draft['reuse'] as Fields | undefined),
      requireVerifiedHcp: false,
      quote: 'approved-only',
      download: true,
      print: true,
      reshare: true,
    },
    ...changes,
  };
  await writeItem(project, name, finished);
  return finished;
}

export async function writeItem(project: Project, name: string, fields: Fields): Promise<void> {
  await writeFile(join(project.paths.items, `${name}.yaml`), stringify(fields));
}

/** The CliError (or RecordError) that `work` ends with. */
export async function refusal(
  work: () => Promise<unknown>,
): Promise<{ code: string; message: string; issues: readonly string[] }> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CliError || (error as Error).name === 'RecordError') return error as CliError;
    throw error;
  }
  throw new Error('It was not refused.');
}
