import type { Finding } from '@pullquote/record';
import { CliError } from '../errors.js';
import { isDay } from '../item.js';
import { lintItem, type LintResult } from '../lint.js';
import { openProject } from '../project.js';
import { common, type ProjectOption, type Register } from './command.js';

interface Options extends ProjectOption {
  readonly today?: string;
}

export const lint: Register = (program, shell) => {
  const command = common(program.command('lint'), { project: true })
    .description("hold an item against the rules of its audience's countries; errors stop signing, warnings do not")
    .argument('<item>', "the item's name or its file, or a signed file (signed/<name>.v1.jws)")
    .option('--today <date>', 'the day to check for, such as 2027-01-31 (today without it)')
    .action(async (item: string, options: Options) => {
      const { say, exit } = shell(command);
      const today = options.today ?? new Date().toISOString().slice(0, 10);
      if (!isDay(today)) throw new CliError('usage', `--today must be a day such as 2027-01-31, not "${today}".`);
      const result = await lintItem(await openProject(options.project), item, today);
      say(result, lines(result));
      exit(result.errors === 0 ? 0 : 1);
    });
};

function lines({ name, version, today, countries, rules, findings, errors, warnings }: LintResult): string[] {
  const group = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).flatMap(told);
  return [
    `${name} version ${version}, for ${countries.join(', ')}, on ${today}: ${count(rules.length, 'rule')} ran.`,
    ...(errors === 0 ? [] : ['', `${count(errors, 'error')}. It cannot be signed:`, ...group('error')]),
    ...(warnings === 0 ? [] : ['', `${count(warnings, 'warning')}:`, ...group('warning')]),
    '',
    findings.length === 0
      ? 'No rule found anything. Whether the item may be used is for your signatories to say.'
      : errors === 0
        ? `Nothing here stops signing. Whether the item may be used is for your signatories to say.`
        : `Put the errors right, then run it again.`,
  ];
}

function told({ rule, path, message, fix, citation, confirmed }: Finding): string[] {
  return [
    `  ${path}  ${rule}${confirmed ? '' : ', not yet confirmed by a signatory'}`,
    `    ${message}`,
    `    Fix: ${fix}`,
    `    Source: ${citation}`,
  ];
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
