import { relative } from 'node:path';
import { supersedeItem } from '../supersede-item.js';
import { common, projectOf, type ProjectOption, type Register } from './command.js';
import { supersededLines } from './superseded-lines.js';

interface Options extends ProjectOption {
  readonly by: string;
  readonly out?: string;
}

export const supersede: Register = (program, shell) => {
  const command = common(program.command('supersede'), { project: true })
    .description('say that one item has taken the place of another, and which quoted passages changed')
    .argument('<old>', "the old item's name, id or address; name@1 for one version")
    .requiredOption('--by <new>', 'the item that takes its place; name@2 for one version')
    .option('--out <folder>', 'the published folder (public in the project without it)')
    .action(async (old: string, options: Options) => {
      const its = shell(command);
      const { onProgress } = its;
      const result = await supersedeItem(await projectOf(its, options), old, options.by, {
        out: options.out,
        onProgress,
      });
      its.say(result, [
        ...supersededLines(result.superseded),
        ...(result.named
          ? []
          : ['', `${options.by} does not name ${old} under supersedes, so cards cannot lead from the old one to it.`]),
        '',
        `Host ${relative('.', result.folder) || '.'} again now.`,
      ]);
    });
};
