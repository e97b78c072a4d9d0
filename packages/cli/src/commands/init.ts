import { cancel, isCancel, text } from '@clack/prompts';
import { isSecureOrigin } from '@pullquote/record';
import { CliError } from '../errors.js';
import { initProject } from '../init.js';
import { common, type Register } from './command.js';

interface Options {
  readonly name?: string;
  readonly origin?: string;
  readonly events?: string;
}

export const init: Register = (program, shell) => {
  const command = common(program.command('init'), { project: false })
    .description('make a project: settings, two signing keys and the folders for items')
    .argument('[folder]', 'where to make it', '.')
    .option('--name <name>', 'your name, as readers know it')
    .option('--origin <url>', 'the site that the items stand on, such as https://publisher.example')
    .option('--events <url>', 'where your collector takes events, if you want to read how items are reused')
    .action(async (folder: string, options: Options) => {
      const { terminal, say } = shell(command);
      const ask = terminal.interactive ? question : refuse;
      const name = options.name ?? (await ask('name', 'Your name, as readers know it', (value) => value.trim() !== ''));
      const origin =
        options.origin ??
        (await ask('origin', 'The site that the items stand on, such as https://publisher.example', isSecureOrigin));
      const { project, thumbprints } = await initProject(folder, {
        name,
        origin,
        ...(options.events === undefined ? {} : { events: options.events }),
      });
      say({ folder: project.paths.root, config: project.config, thumbprints }, [
        `Made a project for ${project.config.name}, ${project.config.origin}.`,
        '',
        '  pullquote.yaml   settings',
        '  items/           drafts, one YAML file each',
        '  keys/            two private keys, not encrypted. Back them up, and keep them out of version control.',
        '',
        'Moderators confirm you by these thumbprints:',
        `  record key  ${thumbprints.record}`,
        `  status key  ${thumbprints.status}`,
        '',
        'Next: pullquote draft label.xml',
      ]);
    });
};

async function question(field: string, message: string, valid: (value: string) => boolean): Promise<string> {
  const answer = await text({
    message,
    validate: (value) => (valid(value ?? '') ? undefined : `That is not a valid ${field}.`),
  });
  if (!isCancel(answer)) return answer;
  cancel('Nothing was made.');
  throw new CliError('usage', `The ${field} is needed: answer, or give --${field}.`);
}

function refuse(field: string): Promise<string> {
  return Promise.reject(new CliError('usage', `The ${field} is needed: give --${field}.`));
}
