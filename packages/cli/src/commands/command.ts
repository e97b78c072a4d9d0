import type { Command } from 'commander';
import { askingPassphrases } from '../ask-passphrase.js';
import type { Progress } from '../progress.js';
import { openProject, type Project } from '../project.js';
import type { Terminal } from '../terminal.js';

/** What every command gets beside its own arguments. */
export interface Shell {
  readonly terminal: Terminal;
  readonly json: boolean;
  /** Says how the command ended: 0 done, 1 refused or not verified. */
  readonly exit: (code: 0 | 1) => void;
  /** The result, as JSON with --json, otherwise as these lines. */
  readonly say: (result: object, lines: readonly string[]) => void;
  /** Shows how far long work is, where somebody is looking. */
  readonly onProgress: Progress | undefined;
}

/** The project that a command works in; a person is asked for passphrases that the environment does not say. */
export function projectOf({ terminal }: Shell, { project }: ProjectOption): Promise<Project> {
  return openProject(project, askingPassphrases(terminal));
}

/** Registers one command. */
export type Register = (program: Command, shell: (command: Command) => Shell) => void;

export interface ProjectOption {
  readonly project: string;
}

/** Options that every command has, those of a project included where it works in one. */
export function common(command: Command, { project }: { project: boolean }): Command {
  if (project) command.option('-C, --project <folder>', 'the project: the folder that holds pullquote.yaml', '.');
  return command.option('--json', 'print the result as JSON');
}
