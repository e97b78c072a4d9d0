import { table } from '../terminal.js';
import { verifyFolder } from '../verify.js';
import { common, type Register } from './command.js';

export const verify: Register = (program, shell) => {
  const command = common(program.command('verify'), { project: false })
    .description(
      'check a published folder, or a hosted one by its origin: descriptor, records, tombstones, status list',
    )
    .argument('<target>', 'a folder, or an origin such as https://publisher.example')
    .action(async (target: string) => {
      const { say, exit, onProgress } = shell(command);
      const report = await verifyFolder(target, { onProgress });
      const failed = report.checks.filter(({ ok }) => !ok).length;
      say(report, [
        table(report.checks.map(({ ok, what, name, detail }) => [ok ? 'ok' : 'FAILED', what, name, detail])),
        '',
        report.ok
          ? `All ${report.checks.length} checks hold.`
          : `${failed} of ${report.checks.length} checks failed. Readers will not see these items as verified.`,
      ]);
      exit(report.ok ? 0 : 1);
    });
};
