import { basename, extname, join } from 'node:path';
import { draftFromFile } from '../draft.js';
import { completeDraft } from '../draft/complete.js';
import { clackPrompter } from '../draft/prompter.js';
import { CliError } from '../errors.js';
import { isAddress } from '../import/read-source.js';
import { openProject } from '../project.js';
import { common, type ProjectOption, type Register } from './command.js';

interface Options extends ProjectOption {
  readonly out?: string;
  readonly interactive?: boolean;
}

export const draft: Register = (program, shell) => {
  const command = common(program.command('draft'), { project: true })
    .description(
      'draft an item from a drug label (SPL), an article (JATS) or a web page; what it does not state is listed as missing',
    )
    .argument('<source>', 'the file, or its https address')
    .option('-o, --out <file>', 'the item file to write (items/<name>.yaml without it)')
    .option('-i, --interactive', 'ask for each missing field, one by one')
    .action(async (from: string, options: Options) => {
      const { terminal, say } = shell(command);
      if (options.interactive === true && !terminal.interactive)
        throw new CliError(
          'usage',
          'Nobody can be asked here: leave --interactive out and edit the file, or use a terminal.',
        );
      const out = options.out ?? join((await openProject(options.project)).paths.items, `${nameOf(from)}.yaml`);
      const complete =
        options.interactive === true
          ? (source: Parameters<typeof completeDraft>[0]) => completeDraft(source, clackPrompter())
          : undefined;
      const { source } = await draftFromFile(from, { out, complete });
      const { format, content, missing, notes, candidates } = source;
      say({ file: out, format, content, candidates, missing, notes }, [
        `Wrote ${options.out ?? `items/${basename(out)}`} from ${isAddress(from) ? from : basename(from)} (${format.toUpperCase()}).`,
        '',
        `It states ${Object.keys(content).length - 2} fields and offers ${candidates.length} excerpts.`,
        ...(missing.length === 0
          ? ['Nothing is missing.']
          : [
              `${missing.length} are missing; none was guessed:`,
              ...missing.map(({ path, why }) => `  ${path}: ${why}`),
            ]),
        ...(notes.length === 0 ? [] : ['', 'Notes:', ...notes.map((note) => `  ${note}`)]),
        '',
        `Next: ${missing.length === 0 ? 'look it through' : 'fill them in'}, then pullquote lint ${basename(out, extname(out))}`,
      ]);
    });
};

/** `Label 3.XML` and `https://site/a/Label%203.html?x` → `label-3`: a name that can stand in a file name and an address. */
function nameOf(from: string): string {
  const url = isAddress(from) && URL.canParse(from) ? new URL(from) : undefined;
  const path = url === undefined ? from : url.pathname.replace(/\/+$/, '') || url.hostname;
  const name = basename(path, url !== undefined && path === url.hostname ? '' : extname(path))
    .toLowerCase()
    .replace(/%[0-9a-f]{2}|[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '');
  return name.slice(0, 100) || 'item';
}
