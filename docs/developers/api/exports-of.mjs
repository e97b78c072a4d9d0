import ts from 'typescript';

/**
 * What an entry point gives: its declarations as the published types have them.
 * @typedef {{ name: string, kind: 'function' | 'class' | 'type' | 'value', text: string, about: string, throws: string[] }} Export
 */

/** A value whose type is longer is a schema: its shape stands in the formats' own pages. */
const MOST_LINES_OF_A_VALUE = 12;

/** @param {readonly string[]} files declaration files @returns {Export[][]} for each file, by name */
export function exportsOf(files) {
  const program = ts.createProgram([...files], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  return files.map((file) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${file}: has no exports. Run: npm run build`);
    return checker
      .getExportsOfModule(module)
      .map((symbol) => describe(symbol, checker))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  });
}

/** @returns {Export} */
function describe(exported, checker) {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const declarations = symbol.declarations ?? [];
  // A word and a type of one name, such as a list and the union of what is in it, are one export.
  const texts = declarations.map(textOf);
  const tags = symbol.getJsDocTags(checker);
  return {
    name: exported.name,
    kind: kindOf(symbol),
    text: [...new Set(texts)].join('\n'),
    about: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    throws: tags
      .filter(({ name }) => name === 'throws')
      .map(({ text }) => ts.displayPartsToString(text).replace(/\s+/g, ' ')),
  };
}

function kindOf({ flags }) {
  if (flags & ts.SymbolFlags.Function) return 'function';
  if (flags & ts.SymbolFlags.Class) return 'class';
  if (flags & ts.SymbolFlags.Value) return 'value';
  return 'type';
}

function textOf(declaration) {
  const text = (ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration).getText();
  const plain = text
    .replace(/^(export )?(declare )?/, '')
    // What is a class's own is nobody else's.
    .replace(/^ *#private;\n|^(?: *\/\*\*(?:(?!\*\/)[^])*\*\/\n)? *private [^;\n]*;\n/gm, '');
  if (!ts.isVariableDeclaration(declaration) || plain.split('\n').length <= MOST_LINES_OF_A_VALUE) return plain;
  return `const ${declaration.name.getText()}: …;`;
}
