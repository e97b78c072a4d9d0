import { basename, extname, join } from 'node:path';
import { draftFromFile } from '../draft.js';
import { openProject } from '../project.js';
import { common, type ProjectOption, type Register } from './command.js';

interface Options extends ProjectOption {
  readonly out?: string;
}

export const draft: Register = (program, shell) => {
  const command = common(program.command('draft'), { project: true })
    .description(
      'draft an item from a drug label (SPL) or an article (JATS); what the file does not state is listed as missing',
    )
    .argument('<file>', 'the XML file')
    .option('-o, --out <file>', 'the item file to write (items/<name>.yaml without it)')
    .action(async (file: string, options: Options) => {
      const { say } = shell(command);
      const out = options.out ?? join((await openProject(options.project)).paths.items, `${nameOf(file)}.yaml`);
      const { source } = await draftFromFile(file, { out });
      const { format, content, missing, notes } = source;
      say({ file: out, format, content, missing, notes }, [
        `Wrote ${options.out ?? `items/${basename(out)}`} from ${basename(file)} (${format.toUpperCase()}).`,
        '',
        `It states ${Object.keys(content).length - 2} fields. ${missing.length} are missing; none was guessed:`,
        ...missing.map(({ path, why }) => `  ${path}: ${why}`),
        ...(notes.length === 0 ? [] : ['', 'Notes:', ...notes.map((note) => `  ${note}`)]),
        '',
        'Next: fill them in, then pullquote sign ' + basename(out, '.yaml'),
      ]);
    });
};

/** `Label 3.XML` → `label-3`: a name that can stand in a file name and an address. */
function nameOf(file: string): string {
  const name = basename(file, extname(file))
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '');
  return name || 'item';
}
