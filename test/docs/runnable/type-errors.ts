import { join } from 'node:path';
import ts from 'typescript';
import type { Block } from './blocks.js';
import { used, type Yours } from './yours.js';

/** What the strict compiler says of a block, read as TypeScript, with what is the reader's own declared before it. */
export function typeErrors(block: Block, all: ReadonlyMap<string, Yours>, folder: string): string[] {
  const declared = used(block.text, all).map(([name, { type }]) => `declare const ${name}: ${type};`);
  // A page loads the script from its own server; its types come with the package.
  const text = block.text.replaceAll("'/pq/pullquote.js'", "'@pullquote/elements/bundle/pullquote.js'");
  const lines = [...declared, "import type {} from '@pullquote/elements';", text, 'export {};'].join('\n');
  const name = join(folder, 'block.ts');
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => path === name || fileExists(path);
  host.readFile = (path) => (path === name ? lines : readFile(path));
  host.getSourceFile = (path, version, ...rest) =>
    path === name ? ts.createSourceFile(path, lines, version) : getSourceFile(path, version, ...rest);
  const program = ts.createProgram([name], options, host);
  const source = program.getSourceFile(name);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '),
  );
}
