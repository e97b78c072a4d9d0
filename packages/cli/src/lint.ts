import { resolve } from 'node:path';
import {
  excerptHashes,
  lintRecord,
  parseRecord,
  readJson,
  rulesFor,
  splitJws,
  type Content,
  type ContentRecord,
  type Finding,
  type PromotionalStatus,
} from '@pullquote/record';
import { explain } from './check.js';
import { CliError } from './errors.js';
import { readIfThere } from './files.js';
import { readItem } from './item.js';
import type { Project } from './project.js';
import { readIndex, signedFile, type SignedIndex } from './signed-index.js';

export interface LintResult {
  readonly name: string;
  readonly version: number;
  /** The day for which it was checked. */
  readonly today: string;
  /** The audience's countries: they call for the rules. */
  readonly countries: readonly string[];
  /** Every rule that ran. */
  readonly rules: readonly string[];
  readonly errors: number;
  readonly warnings: number;
  /** Errors first, then by rule. */
  readonly findings: readonly Finding[];
}

/**
 * Holds an item, or a signed record (`signed/x.v1.jws`), against the rules of its audience's countries. Nothing is written.
 * @throws CliError `item` or `missing`, RecordError `record` with one issue per wrong field
 */
export async function lintItem(project: Project, item: string, today: string): Promise<LintResult> {
  const { name, content } = item.endsWith('.jws') ? await readSigned(project, item) : await readItem(project, item);
  const findings = await lintContent(project, content, { index: await readIndex(project), today });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    name,
    version: content.version,
    today,
    countries: content.audience.countries,
    rules: rulesFor(content).map(({ rule }) => rule.id),
    errors,
    warnings: findings.length - errors,
    findings,
  };
}

/** The findings for a content, with what this project knows of the pages that it links to. */
export async function lintContent(
  project: Project,
  content: Content,
  { index, today }: { index: SignedIndex; today: string },
): Promise<Finding[]> {
  return lintRecord(content, {
    today,
    linkTargets: await linkTargets(project, content, index),
    excerptHashes: await excerptHashes(content),
  });
}

/**
 * What stops signing, stops it here.
 * @throws CliError `lint`, with one issue per error
 */
export async function checkRules(
  project: Project,
  { name, content }: { name: string; content: Content },
  context: { index: SignedIndex; today: string },
): Promise<void> {
  const errors = (await lintContent(project, content, context)).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const issues = errors.map(({ rule, path, message, fix }) => `${path}: ${message} ${fix} (${rule})`);
  throw new CliError(
    'lint',
    `${name} was not signed: ${errors.length === 1 ? 'one error stands' : `${errors.length} errors stand`} against it. "pullquote lint ${name}" shows all findings.`,
    issues,
  );
}

/** A signed file as it stands. Whether its signature holds is `verify`'s to say. */
async function readSigned(project: Project, file: string): Promise<{ name: string; content: ContentRecord }> {
  const name = file.replace(/^.*[\\/]/, '').replace(/(\.v\d+)?\.jws$/, '');
  for (const path of [resolve(project.paths.root, file), resolve(file)]) {
    const jws = await readIfThere(path);
    if (jws !== undefined) return { name, content: recordIn(jws, file) };
  }
  throw new CliError('item', `There is no file ${file}. Name an item, or a file under signed/.`);
}

function recordIn(jws: string, file: string): ContentRecord {
  try {
    return parseRecord(readJson(splitJws(jws.trim()).payload));
  } catch (error) {
    throw new CliError('item', `${file} holds no signed record: ${explain(error)}`);
  }
}

/** The promotional status of our own items among the pages that this one links to. */
async function linkTargets(
  project: Project,
  { id, citations = [], media = [] }: Content,
  { records }: SignedIndex,
): Promise<ReadonlyMap<string, PromotionalStatus>> {
  const links = new Set([...citations, ...media].map(({ url }) => url?.replace(/#.*$/, '')));
  const linked = records.filter((entry) => entry.id !== id && entry.state !== 'withdrawn' && links.has(entry.url));
  const known = new Map<string, PromotionalStatus>();
  for (const entry of linked) {
    const jws = await readIfThere(signedFile(project, entry));
    if (jws === undefined) continue;
    const { promotionalStatus } = recordIn(jws, `signed/${entry.name}.v${entry.version}.jws`);
    // An address keeps the stricter of its versions' words.
    if (known.get(entry.url) !== 'promotional') known.set(entry.url, promotionalStatus);
  }
  return known;
}
