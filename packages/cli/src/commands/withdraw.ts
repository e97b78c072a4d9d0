import { confirm, isCancel, text } from '@clack/prompts';
import { relative } from 'node:path';
import { CliError } from '../errors.js';
import { moment } from '../verify-status.js';
import { withdrawItem } from '../withdraw.js';
import { common, projectOf, type ProjectOption, type Register } from './command.js';

interface Options extends ProjectOption {
  readonly reason?: string;
  readonly replacement?: string;
  readonly out?: string;
  readonly yes?: boolean;
}

export const withdraw: Register = (program, shell) => {
  const command = common(program.command('withdraw'), { project: true })
    .description('withdraw an item, for good: only a signed tombstone with the reason stays')
    .argument('<item>', "the item's name, id or address")
    .option('--reason <text>', 'why; readers see it in every thread that holds the item')
    .option('--replacement <url>', 'what takes its place')
    .option('--out <folder>', 'the published folder (public in the project without it)')
    .option('-y, --yes', 'do not ask')
    .action(async (item: string, options: Options) => {
      const its = shell(command);
      const { terminal, say, onProgress } = its;
      const project = await projectOf(its, options);
      const reason = options.reason ?? (terminal.interactive ? await askReason() : undefined);
      if (reason === undefined || reason.trim() === '')
        throw new CliError('usage', 'Readers are told why: give --reason "…".');
      if (terminal.interactive && options.yes !== true && !(await sure(item))) {
        throw new CliError('usage', 'Nothing was withdrawn.');
      }
      const { replacement, out } = options;
      const result = await withdrawItem(project, item, { reason, replacement, out, onProgress });
      say(result, [
        ...result.withdrawn.map(
          ({ name, version, url }) => `Withdrew ${name} version ${version}, ${url}. This is final.`,
        ),
        '',
        `Host ${relative('.', result.folder) || '.'} again now. From then on:`,
        `  Communities ask about every ${result.usuallyWithinMinutes} minutes, so readers see it within that time.`,
        `  A community that can't reach you vouches for it no longer than ${moment(result.atTheLatest)}.`,
      ]);
    });
};

async function askReason(): Promise<string | undefined> {
  const answer = await text({ message: 'Why is it withdrawn? Readers will see this.' });
  return isCancel(answer) ? undefined : answer;
}

async function sure(item: string): Promise<boolean> {
  const answer = await confirm({ message: `Withdraw ${item} everywhere? It cannot be undone.`, initialValue: false });
  return answer === true;
}
