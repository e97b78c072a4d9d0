import { refreshStatus } from '../refresh.js';
import { moment } from '../verify-status.js';
import { common, projectOf, type ProjectOption, type Register } from './command.js';

interface Options extends ProjectOption {
  readonly out?: string;
}

export const refresh: Register = (program, shell) => {
  const command = common(program.command('refresh'), { project: true })
    .description('renew the status list of the published folder, and nothing else; run it on a timer')
    .option('--out <folder>', 'the published folder (public in the project without it)')
    .action(async (options: Options) => {
      const its = shell(command);
      const result = await refreshStatus(await projectOf(its, options), { out: options.out });
      its.say(result, [`The status list holds until ${moment(result.statusExpires)}.`]);
    });
};
