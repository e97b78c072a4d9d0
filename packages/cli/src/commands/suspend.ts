import { suspendItem } from '../suspend.js';
import { common, projectOf, type ProjectOption, type Register } from './command.js';
import { stateLines } from './state-lines.js';

interface Options extends ProjectOption {
  readonly out?: string;
}

export const suspend: Register = (program, shell) => {
  const command = common(program.command('suspend'), { project: true })
    .description('suspend an item while you review it: cards say so and show nothing of its content')
    .argument('<item>', "the item's name, id or address; name@2 for one version")
    .option('--out <folder>', 'the published folder (public in the project without it)')
    .action(async (item: string, options: Options) => {
      const its = shell(command);
      const result = await suspendItem(await projectOf(its, options), item, { out: options.out });
      its.say(result, stateLines('Suspended', result, ['Take it back with: pullquote resume ' + item]));
    });
};
