import type { ApprovalInput } from '../approval.js';
import { CliError } from '../errors.js';
import { signItem } from '../sign-item.js';
import { common, projectOf, type ProjectOption, type Register } from './command.js';

interface Options extends ProjectOption {
  readonly approved?: string;
  readonly by?: string;
}

export const sign: Register = (program, shell) => {
  const command = common(program.command('sign'), { project: true })
    .description('sign exactly what was approved on a proof')
    .argument('<item>', "the item's name, or its file")
    .option('--approved <digest>', 'the digest on the first page of the approved proof')
    .option('--by <functions>', 'who approved it: medical, legal, regulatory, marketing, product; several with commas')
    .action(async (item: string, options: Options) => {
      const its = shell(command);
      const approval = approvalOf(options);
      const project = await projectOf(its, options);
      const requireApproval = project.config.approval === 'required';
      const result = await signItem(project, item, new Date(), { approval, requireApproval });
      its.say(result, [
        result.reused
          ? `${result.name} version ${result.version} is signed already and unchanged: ${result.file}`
          : `Signed ${result.name} version ${result.version}: ${result.file}`,
        `  address      ${result.url}`,
        `  digest       ${result.digest}`,
        `  valid until  ${result.validUntil}`,
        ...(result.approvals ?? []).map(({ by, date }) => `  approved     ${by}, entered ${date}`),
        '',
        'Next: pullquote publish',
      ]);
    });
};

function approvalOf({ approved, by }: Options): ApprovalInput | undefined {
  const functions = (by ?? '').split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim().toLowerCase()]));
  if (approved !== undefined) return { digest: approved, by: functions };
  if (functions.length > 0) throw new CliError('usage', '--by needs --approved with the digest that they approved.');
  return undefined;
}
