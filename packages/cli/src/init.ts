import { mkdir } from 'node:fs/promises';
import { thumbprint } from '@pullquote/record';
import { checkConfig, writeConfig, type ConfigInput } from './config.js';
import { CliError } from './errors.js';
import { readIfThere, writeWhole } from './files.js';
import { createKeys, readKeys } from './keys.js';
import type { Passphrases } from './passphrase.js';
import { projectPaths, type Project } from './project.js';

export interface InitOptions {
  /** Seals the keys; without it they lie in their files as they are, which only a test or a demo should do. */
  readonly passphrases?: Passphrases | undefined;
}

export interface InitResult {
  readonly project: Project;
  /** Thumbprints of the two keys: what a community's moderators compare when they confirm the publisher. */
  readonly thumbprints: { readonly record: string; readonly status: string };
}

/** Before anybody is asked for anything. @throws CliError `project` when there is a project already */
export async function checkNoProject(root: string): Promise<void> {
  if ((await readIfThere(projectPaths(root).config)) !== undefined)
    throw new CliError('project', 'There is a pullquote.yaml here already. Edit it, or choose an empty folder.');
}

/**
 * Makes a project: settings, two keys and the folders. Keys that are there already are kept.
 * @throws CliError `config` for wrong settings, `project` when there is a project already
 */
export async function initProject(
  root: string,
  settings: ConfigInput,
  { passphrases }: InitOptions = {},
): Promise<InitResult> {
  const config = checkConfig(settings);
  const paths = projectPaths(root);
  await checkNoProject(root);
  for (const folder of [paths.root, paths.items, paths.signed]) await mkdir(folder, { recursive: true });
  await createKeys(paths, passphrases ?? (() => Promise.resolve(undefined)));
  await writeWhole(paths.config, writeConfig(config));
  // Keys never belong in version control; a list that someone wrote is left alone.
  if ((await readIfThere(`${paths.root}/.gitignore`)) === undefined) {
    await writeWhole(`${paths.root}/.gitignore`, 'keys/\n.pullquote-lock\n');
  }
  const keys = await readKeys(paths);
  return {
    project: { paths, config, passphrases },
    thumbprints: { record: await thumbprint(keys.record), status: await thumbprint(keys.status) },
  };
}
