import { join, resolve } from 'node:path';
import { CliError } from './errors.js';
import { readConfig, type Config } from './config.js';
import { readIfThere } from './files.js';
import type { Passphrases } from './passphrase.js';

/** Where a publisher's files are, all of them under one folder. */
export interface ProjectPaths {
  readonly root: string;
  readonly config: string;
  readonly keys: string;
  readonly recordKey: string;
  readonly statusKey: string;
  readonly items: string;
  readonly proofs: string;
  readonly signed: string;
  readonly index: string;
  readonly public: string;
  readonly lock: string;
}

export interface Project {
  readonly paths: ProjectPaths;
  readonly config: Config;
  /** Who says the passphrases of its keys; the environment without it. */
  readonly passphrases?: Passphrases | undefined;
}

export function projectPaths(root: string): ProjectPaths {
  const at = (...parts: string[]) => join(resolve(root), ...parts);
  return {
    root: at(),
    config: at('pullquote.yaml'),
    keys: at('keys'),
    recordKey: at('keys', 'record.jwk'),
    statusKey: at('keys', 'status.jwk'),
    items: at('items'),
    proofs: at('proofs'),
    signed: at('signed'),
    index: at('signed', 'index.json'),
    public: at('public'),
    lock: at('.pullquote-lock'),
  };
}

/** @throws CliError `project` when the folder holds no project, `config` when its settings are wrong */
export async function openProject(root: string, passphrases?: Passphrases): Promise<Project> {
  const paths = projectPaths(root);
  const text = await readIfThere(paths.config);
  if (text === undefined) {
    throw new CliError(
      'project',
      'There is no pullquote.yaml here. Run "pullquote init", or name the folder with --project.',
    );
  }
  return { paths, config: readConfig(text), passphrases };
}
