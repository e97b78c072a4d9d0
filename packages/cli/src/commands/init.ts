import { cancel, isCancel, text } from '@clack/prompts';
import { isSecureOrigin } from '@pullquote/record';
import { askingNewPassphrases } from '../ask-passphrase.js';
import { checkConfig } from '../config.js';
import { CliError } from '../errors.js';
import { checkNoProject, initProject } from '../init.js';
import { plainKeys } from '../keys.js';
import { KEY_NAMES } from '../passphrase.js';
import { common, type Register } from './command.js';

interface Options {
  readonly name?: string;
  readonly origin?: string;
  readonly events?: string;
  readonly passphrase: boolean;
}

export const init: Register = (program, shell) => {
  const command = common(program.command('init'), { project: false })
    .description('make a project: settings, two signing keys and the folders for items')
    .argument('[folder]', 'where to make it', '.')
    .option('--name <name>', 'your name, as readers know it')
    .option('--origin <url>', 'the site that the items stand on, such as https://publisher.example')
    .option('--events <url>', 'where your collector takes events, if you want to read how items are reused')
    .option('--no-passphrase', 'leave the keys unencrypted; for tests and demos')
    .action(async (folder: string, options: Options) => {
      const { terminal, say } = shell(command);
      await checkNoProject(folder);
      const ask = terminal.interactive ? question : refuse;
      const name = options.name ?? (await ask('name', 'Your name, as readers know it', (value) => value.trim() !== ''));
      const origin =
        options.origin ??
        (await ask('origin', 'The site that the items stand on, such as https://publisher.example', isSecureOrigin));
      const settings = checkConfig({
        name,
        origin,
        ...(options.events === undefined ? {} : { events: options.events }),
      });
      const passphrases = options.passphrase ? askingNewPassphrases(terminal) : undefined;
      for (const key of passphrases === undefined ? [] : KEY_NAMES) {
        if ((await passphrases?.(key)) === undefined)
          throw new CliError('usage', 'The keys need a passphrase: set PULLQUOTE_PASSPHRASE, or give --no-passphrase.');
      }
      const { project, thumbprints } = await initProject(folder, settings, { passphrases });
      const unencrypted = await plainKeys(project.paths);
      say({ folder: project.paths.root, config: project.config, thumbprints, unencrypted }, [
        `Made a project for ${project.config.name}, ${project.config.origin}.`,
        '',
        '  pullquote.yaml   settings',
        '  items/           drafts, one YAML file each',
        `  keys/            two private keys, ${unencrypted.length === 0 ? 'encrypted' : 'NOT encrypted'}. Back them up, and keep them out of version control.`,
        '',
        'Moderators confirm you by these thumbprints:',
        `  record key  ${thumbprints.record}`,
        `  status key  ${thumbprints.status}`,
        '',
        'Next: pullquote draft label.xml',
        ...(unencrypted.length === 0
          ? []
          : [
              '',
              'WARNING: the keys are not encrypted. Whoever reads these files can sign as you. Use this for tests alone.',
            ]),
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
