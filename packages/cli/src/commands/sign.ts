import { openProject } from '../project.js';
import { signItem } from '../sign-item.js';
import { common, type ProjectOption, type Register } from './command.js';

export const sign: Register = (program, shell) => {
  const command = common(program.command('sign'), { project: true })
    .description('check an item, field by field, and sign it')
    .argument('<item>', "the item's name, or its file")
    .action(async (item: string, options: ProjectOption) => {
      const { say } = shell(command);
      const result = await signItem(await openProject(options.project), item);
      say(result, [
        result.reused
          ? `${result.name} version ${result.version} is signed already and unchanged: ${result.file}`
          : `Signed ${result.name} version ${result.version}: ${result.file}`,
        `  address      ${result.url}`,
        `  digest       ${result.digest}`,
        `  valid until  ${result.validUntil}`,
        '',
        'Next: pullquote publish',
      ]);
    });
};
