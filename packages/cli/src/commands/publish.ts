import { relative } from 'node:path';
import { publishFolder } from '../publish.js';
import { moment } from '../verify-status.js';
import { common, projectOf, type ProjectOption, type Register } from './command.js';
import { supersededLines } from './superseded-lines.js';

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
      const its = shell(command);
      const { say, onProgress } = its;
      const project = await projectOf(its, options);
      const published = await publishFolder(project, { out: options.out, onProgress });
      const { folder, records, tombstones, statusExpires, superseded } = published;
      say({ folder, records, tombstones, statusExpires, superseded }, [
        `Published ${count(records, 'record')} and ${count(tombstones, 'tombstone')} into ${relative('.', folder) || '.'}. All of it verifies.`,
        ...supersededLines(superseded),
        `The status list holds until ${moment(statusExpires)}. Renew it before, on a timer: pullquote refresh`,
        '',
        `Host its .well-known folder at ${project.config.origin}, then: pullquote verify ${project.config.origin}`,
      ]);
    });
};

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
