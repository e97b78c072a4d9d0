import { relative } from 'node:path';
import { openProject } from '../project.js';
import { publishFolder } from '../publish.js';
import { moment } from '../verify-status.js';
import { common, type ProjectOption, type Register } from './command.js';

interface Options extends ProjectOption {
  readonly out?: string;
}

export const publish: Register = (program, shell) => {
  const command = common(program.command('publish'), { project: true })
    .description(
      'assemble the folder that your web server hosts, and check all of it before it takes the place of the old one',
    )
    .option('--out <folder>', 'the folder to write (public in the project without it)')
    .action(async (options: Options) => {
      const { say } = shell(command);
      const project = await openProject(options.project);
      const { folder, records, tombstones, statusExpires } = await publishFolder(project, { out: options.out });
      say({ folder, records, tombstones, statusExpires }, [
        `Published ${count(records, 'record')} and ${count(tombstones, 'tombstone')} into ${relative('.', folder) || '.'}. All of it verifies.`,
        `The status list holds until ${moment(statusExpires)}. Renew it before, on a timer: pullquote refresh`,
        '',
        `Host its .well-known folder at ${project.config.origin}, then: pullquote verify ${project.config.origin}`,
      ]);
    });
};

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
