import { resumeItem } from '../suspend.js';
import { common, projectOf, type ProjectOption, type Register } from './command.js';
import { stateLines } from './state-lines.js';

interface Options extends ProjectOption {
  readonly out?: string;
}

export const resume: Register = (program, shell) => {
  const command = common(program.command('resume'), { project: true })
    .description('take a suspension back')
    .argument('<item>', "the item's name, id or address; name@2 for one version")
    .option('--out <folder>', 'the published folder (public in the project without it)')
    .action(async (item: string, options: Options) => {
      const its = shell(command);
      const result = await resumeItem(await projectOf(its, options), item, { out: options.out });
      its.say(result, stateLines('Resumed', result, []));
    });
};
