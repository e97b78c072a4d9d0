import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const PACKAGES = fileURLToPath(new URL('../packages', import.meta.url));

/** What each package may import of ours (DESIGN.md section 2); dependencies point one way. */
const ALLOWED: Record<string, readonly string[]> = {
  record: [],
  events: ['@pullquote/record'],
  elements: ['@pullquote/record', '@pullquote/events'],
  cli: ['@pullquote/record'],
  community: ['@pullquote/record', '@pullquote/events', '@pullquote/elements'],
  collector: ['@pullquote/record', '@pullquote/events'],
};
/** The browser's part of events knows a page; nothing else in the pure packages does. */
const PURE = /^(record|events)\/src\/(?!browser\/)/;
const PAGE_OR_NODE = new Set([
  'document', 'window', 'self', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'process', 'Buffer', 'require',
]); // prettier-ignore
const PARSES_MARKUP = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'unsafeHTML',
  'eval',
  'Function',
  'setHTMLUnsafe',
]);

interface Source {
  /** Below packages/, with slashes. */
  readonly path: string;
  readonly imports: readonly string[];
  /** Every name that code says: neither comments nor strings. */
  readonly names: ReadonlySet<string>;
}

function read(file: string): Source {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const imports: string[] = [];
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    )
      imports.push(node.moduleSpecifier.text);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
      imports.push(node.argument.literal.text);
    if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      const resolves =
        node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText(tree) === 'import.meta.resolve';
      if (resolves && first)
        imports.push(ts.isStringLiteralLike(first) ? first.text : `(computed) ${first.getText(tree)}`);
    }
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { path: relative(PACKAGES, file).replaceAll('\\', '/'), imports, names };
}

const sources: Source[] = [];
for (const name of Object.keys(ALLOWED))
  for (const file of await readdir(join(PACKAGES, name, 'src'), { recursive: true }))
    if (/\.(ts|mts|tsx)$/.test(file)) sources.push(read(join(PACKAGES, name, 'src', file)));

/** `@pullquote/record/reader` → `@pullquote/record` */
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
const offences = (of: (source: Source) => readonly string[]) =>
  sources.flatMap((source) => of(source).map((what) => `${source.path}: ${what}`));

it('looks at every package there is', async () => {
  const folders = (await readdir(PACKAGES, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual(Object.keys(ALLOWED).sort());
  for (const name of folders)
    expect(
      sources.some(({ path }) => path.startsWith(`${name}/src/`)),
      name,
    ).toBe(true);
});

describe('dependencies point one way', () => {
  it('no package imports a sibling that is not on an arrow’s point', () => {
    const wrong = offences(({ path, imports }) => {
      const allowed = ALLOWED[path.split('/')[0] ?? ''] ?? [];
      return imports.filter(
        (one) => /^(@pullquote\/|pullquote$|pullquote\/)/.test(one) && !allowed.includes(packageOf(one)),
      );
    });
    expect(wrong).toEqual([]);
  });

  it('community touches elements only to find the bundle that it serves', () => {
    const wrong = offences(({ path, imports }) =>
      path.startsWith('community/')
        ? imports.filter(
            (one) =>
              packageOf(one) === '@pullquote/elements' && !/^@pullquote\/elements\/(bundle\/|package\.json$)/.test(one),
          )
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it('no relative import leaves its package', () => {
    const wrong = offences(({ path, imports }) => {
      const home = join(PACKAGES, path.split('/')[0] ?? '', 'src');
      const leaves = (one: string) => relative(home, resolve(PACKAGES, dirname(path), one)).startsWith('..');
      return imports.filter((one) => one.startsWith('.') && leaves(one));
    });
    expect(wrong).toEqual([]);
  });

  it('no server imports what its pages run in a browser', () => {
    const isPage = (path: string) => path.startsWith('collector/src/dashboard/browser/');
    const wrong = offences(({ path, imports }) =>
      isPage(path)
        ? []
        : imports.filter((one) => one.startsWith('.') && isPage(join(dirname(path), one).replaceAll('\\', '/'))),
    );
    expect(wrong).toEqual([]);
  });

  it('the browser’s counting takes no schema library with it', () => {
    const bySource = new Map(sources.map((source) => [source.path, source]));
    const reached = new Set<string>();
    const follow = (path: string): void => {
      const source = bySource.get(path);
      if (!source || reached.has(path)) return;
      reached.add(path);
      for (const one of runtimeImports(join(PACKAGES, path)))
        if (one.startsWith('.')) follow(join(dirname(path), one.replace(/\.js$/, '.ts')));
        else reached.add(one);
    };
    follow('events/src/browser/index.ts');
    expect(reached).toContain('events/src/vocabulary.ts');
    expect([...reached].filter((one) => !one.startsWith('events/')).sort()).toEqual(['idb-keyval', 'nanoid']);
  });
});

/** Imports that are left once types are gone. */
function runtimeImports(file: string): string[] {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true },
  });
  return [...outputText.matchAll(/(?:from|import)\s*\(?['"]([^'"]+)['"]/g)].map(([, specifier]) => specifier ?? '');
}

describe('pure packages', () => {
  it('know neither a page nor Node', () => {
    const wrong = offences(({ path, imports, names }) =>
      PURE.test(path)
        ? [...imports.filter((one) => one.startsWith('node:')), ...[...names].filter((name) => PAGE_OR_NODE.has(name))]
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it('and what a browser runs imports nothing of Node', () => {
    const wrong = offences(({ path, imports }) =>
      /^(elements\/src|events\/src\/browser|collector\/src\/dashboard\/browser)\//.test(path)
        ? imports.filter((one) => one.startsWith('node:'))
        : [],
    );
    expect(wrong).toEqual([]);
  });
});

it('nothing is ever parsed as markup or run as code, and chance is never guessable', () => {
  expect(offences(({ names }) => [...names].filter((name) => PARSES_MARKUP.has(name)))).toEqual([]);
  const chance = sources.filter(({ path }) =>
    /\bMath\s*\.\s*random\b/.test(readFileSync(join(PACKAGES, path), 'utf8')),
  );
  expect(chance.map(({ path }) => path)).toEqual([]);
});
