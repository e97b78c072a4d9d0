import { relative } from 'node:path';
import { makeProof } from '../make-proof.js';
import { common, projectOf, type ProjectOption, type Register } from './command.js';

interface Options extends ProjectOption {
  readonly out?: string;
  readonly everyExcerpt?: boolean;
}

export const proof: Register = (program, shell) => {
  const command = common(program.command('proof'), { project: true })
    .description('write one printable page with every form of an item, for signatories to approve and file')
    .argument('<item>', "the item's name, or its file")
    .option('-o, --out <file>', 'the page to write (proofs/<name>.v<version>.html in the project without it)')
    .option('--every-excerpt', 'show every form with every approved excerpt, not with the first alone')
    .action(async (item: string, options: Options) => {
      const its = shell(command);
      const { out, everyExcerpt } = options;
      const result = await makeProof(await projectOf(its, options), item, { out, everyExcerpt });
      const errors = result.findings.filter(({ severity }) => severity === 'error').length;
      its.say(result, [
        `Wrote ${relative('.', result.file)}, the proof of ${result.name} version ${result.version}.`,
        `  digest       ${result.digest}`,
        `  valid until  ${result.validUntil}`,
        `  rules        ${errors} block signing, ${result.findings.length - errors} warn`,
        '',
        result.signed
          ? 'It is signed already, over exactly these bytes.'
          : `Have it approved, then: pullquote sign ${result.name} --approved ${result.digest} --by medical`,
      ]);
    });
};
