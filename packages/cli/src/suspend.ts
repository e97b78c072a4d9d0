import { resolve } from 'node:path';
import { CliError } from './errors.js';
import { withLock } from './lock.js';
import type { Project } from './project.js';
import type { PublishOptions } from './publish.js';
import { isPublished, refreshUnlocked } from './refresh.js';
import { findVersions, readIndex, writeIndex, type IndexEntry } from './signed-index.js';

export interface StateResult {
  readonly changed: readonly Pick<IndexEntry, 'name' | 'version' | 'url' | 'digest' | 'state'>[];
  /** The folder whose status list says so now; undefined when nothing is published yet. */
  readonly folder: string | undefined;
}

/**
 * Suspends the versions of an item, or one of them: cards say so, and show nothing of its content. Only the status key is
 * needed, and only the status list changes.
 * @throws CliError `item`, `state` or `key`
 */
export function suspendItem(project: Project, item: string, options: PublishOptions = {}): Promise<StateResult> {
  return change(project, item, options, (entry) => {
    switch (entry.state) {
      case 'live':
      case 'superseded':
        return { ...entry, state: 'suspended', from: entry.state };
      case 'suspended':
      case 'withdrawn':
        return undefined;
    }
  });
}

/** Takes a suspension back: each version is again what it was. @throws CliError `item`, `state` or `key` */
export function resumeItem(project: Project, item: string, options: PublishOptions = {}): Promise<StateResult> {
  return change(project, item, options, ({ from, ...entry }) =>
    entry.state === 'suspended' ? { ...entry, state: from ?? 'live' } : undefined,
  );
}

function change(
  project: Project,
  item: string,
  options: PublishOptions,
  changed: (entry: IndexEntry) => IndexEntry | undefined,
): Promise<StateResult> {
  return withLock(project, async () => {
    const index = await readIndex(project);
    const named = findVersions(index, item);
    const after = new Map(named.flatMap((entry) => [[entry.digest, changed(entry)] as const]));
    const done = [...after.values()].filter((entry) => entry !== undefined);
    if (done.length === 0) {
      const states = named.map(({ version, state }) => `version ${version} is ${state}`);
      throw new CliError('state', `Nothing changed for ${item}: ${states.join(', ')}.`);
    }
    const next = { ...index, records: index.records.map((entry) => after.get(entry.digest) ?? entry) };
    const folder = resolve(options.out ?? project.paths.public);
    const published = await isPublished(folder);
    if (published) await refreshUnlocked(project, next, options);
    else await writeIndex(project, next);
    return {
      changed: done.map(({ name, version, url, digest, state }) => ({ name, version, url, digest, state })),
      folder: published ? folder : undefined,
    };
  });
}
