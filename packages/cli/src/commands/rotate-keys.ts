import { askingNewPassphrases, askingPassphrases } from '../ask-passphrase.js';
import { CliError } from '../errors.js';
import { plainKeys } from '../keys.js';
import { environmentPassphrases } from '../passphrase.js';
import { openProject } from '../project.js';
import { rotateKeys } from '../rotate.js';
import { common, type ProjectOption, type Register } from './command.js';

interface Options extends ProjectOption {
  readonly record?: boolean;
  readonly status?: boolean;
  readonly passphrase: boolean;
  readonly out?: string;
}

export const rotate: Register = (program, shell) => {
  const command = common(program.command('rotate-keys'), { project: true })
    .description('make new keys, sign everything anew over the same bytes, drop the old keys and publish')
    .option('--record', 'the record key alone')
    .option('--status', 'the status key alone')
    .option('--no-passphrase', 'leave the new keys unencrypted; for tests and demos')
    .option('--out <folder>', 'the folder to write (public in the project without it)')
    .action(async (options: Options) => {
      const { terminal, onProgress, say } = shell(command);
      const only = options.record === options.status ? undefined : options.record ? 'record' : 'status';
      const plain = !options.passphrase;
      const [fresh, existing] = [askingNewPassphrases(terminal), askingPassphrases(terminal)];
      const project = await openProject(options.project, (key) =>
        only === undefined || only === key ? fresh(key) : existing(key),
      );
      if (!plain && !terminal.interactive && (await environmentPassphrases(only ?? 'record')) === undefined)
        throw new CliError(
          'usage',
          'The new key needs a passphrase: set PULLQUOTE_PASSPHRASE, or give --no-passphrase.',
        );
      const result = await rotateKeys(project, { only, plain, out: options.out, onProgress });
      const unsealed = await plainKeys(project.paths);
      say({ ...result, unencrypted: unsealed }, [
        ...result.rotated.map(({ key, old }) => `The ${key} key is new. The old one, ${old}, is dropped.`),
        `${result.resigned} records and tombstones carry a new signature. No digest has changed.`,
        '',
        'Communities take new keys only when their moderators confirm them. Send them, by another way than your site:',
        `  record key  ${result.thumbprints.record}`,
        `  status key  ${result.thumbprints.status}`,
        '',
        'Host the folder again now. Until moderators confirm, their readers see "could not check" once the old list lapses.',
        ...unsealed.map((key) => `WARNING: keys/${key}.jwk is not encrypted.`),
      ]);
    });
};
