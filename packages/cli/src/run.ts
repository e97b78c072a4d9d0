import { RecordError } from '@pullquote/record';
import { Command, CommanderError } from 'commander';
import type { Shell } from './commands/command.js';
import { draft } from './commands/draft.js';
import { init } from './commands/init.js';
import { lint } from './commands/lint.js';
import { proof } from './commands/proof.js';
import { publish } from './commands/publish.js';
import { refresh } from './commands/refresh.js';
import { resume } from './commands/resume.js';
import { rotate } from './commands/rotate-keys.js';
import { sample } from './commands/sample.js';
import { sign } from './commands/sign.js';
import { supersede } from './commands/supersede.js';
import { suspend } from './commands/suspend.js';
import { verify } from './commands/verify.js';
import { withdraw } from './commands/withdraw.js';
import { CliError } from './errors.js';
import { progressOn } from './progress.js';
import type { Terminal } from './terminal.js';

/** 0 done · 1 refused or not verified · 2 the command line itself was wrong. */
export type ExitCode = 0 | 1 | 2;

export type { Terminal };

/** In the order in which a publisher meets them. */
const COMMANDS = [
  init,
  draft,
  lint,
  proof,
  sign,
  publish,
  verify,
  refresh,
  suspend,
  resume,
  supersede,
  withdraw,
  rotate,
  sample,
];

/** Runs one command line, without the program's own name in it. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Command('pullquote')
    .description('Describe, sign, publish and recall content for peer discussions.')
    .showHelpAfterError('Run the command with --help to see what it takes.')
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    })
    .exitOverride();
  const shell = (command: Command): Shell => {
    const json = command.opts<{ json?: boolean }>().json === true;
    return {
      terminal: json ? { ...terminal, interactive: false } : terminal,
      json,
      exit: (value) => (code = value),
      say: (result, lines) => {
        if (!json) terminal.progress?.('');
        terminal.out(json ? JSON.stringify(result, null, 2) : lines.join('\n'));
      },
      onProgress: json ? undefined : progressOn(terminal),
    };
  };
  for (const register of COMMANDS) register(program, shell);

  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Help and usage have been printed by then.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const json = args.includes('--json');
    if (!json) terminal.progress?.('');
    report(error, terminal, json);
    return error instanceof CliError && error.code === 'usage' ? 2 : 1;
  }
}

function report(error: unknown, terminal: Terminal, json: boolean): void {
  const known = error instanceof CliError || error instanceof RecordError;
  const message = error instanceof Error ? error.message : String(error);
  const issues = known ? error.issues : [];
  if (json) {
    terminal.out(JSON.stringify({ error: { code: known ? error.code : 'unexpected', message, issues } }, null, 2));
    return;
  }
  terminal.err(`pullquote: ${message}`);
  if (issues.length > 1 || (known && (error.code === 'missing' || error.code === 'lint')))
    for (const issue of issues) terminal.err(`  ${issue}`);
}
