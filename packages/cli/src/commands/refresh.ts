import { openProject } from '../project.js';
import { refreshStatus } from '../refresh.js';
import { moment } from '../verify-status.js';
import { common, type ProjectOption, type Register } from './command.js';

interface Options extends ProjectOption {
  readonly out?: string;
}

export const refresh: Register = (program, shell) => {
  const command = common(program.command('refresh'), { project: true })
    .description('renew the status list of the published folder, and nothing else; run it on a timer')
    .option('--out <folder>', 'the published folder (public in the project without it)')
    .action(async (options: Options) => {
      const { say } = shell(command);
      const result = await refreshStatus(await openProject(options.project), { out: options.out });
      say(result, [`The status list holds until ${moment(result.statusExpires)}.`]);
    });
};
