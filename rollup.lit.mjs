/**
 * What Lit carries for others and no element of ours can meet. Each piece must be found, or the build stops: a new Lit has
 * to be looked at again.
 */
const UNUSED = [
  // Warns, in Lit's development build alone, of several copies on one page.
  [/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0', ['lit-html', 'reactive-element', 'lit-element']],
  // For browsers without shadow roots.
  [/\w+\.\w+PolyfillSupport/, 'void 0', ['lit-html', 'reactive-element', 'lit-element']],
  // Style elements where a shadow root can't adopt a sheet. No browser that has custom states, as every card needs, is so old.
  [/\w+\.ShadowRoot&&\(.*?"replace"in CSSStyleSheet\.prototype/, '!0', ['css-tag']],
  // Standard decorators: ours name their properties themselves.
  [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap/, '0', ['reactive-element']],
  [/const t=this\[Symbol\.metadata\];.*?(?=this\._\$Eh=new Map)/, '', ['reactive-element']],
  // Templates that @lit-labs/compiler made.
  [/"number"==typeof s\?(this\._\$AC\(t\)):\(void 0===s\.el&&.*?,s\)(?=;)/, '$1', ['lit-html']],
];

export const leanLit = {
  name: 'lean-lit',
  transform(code, id) {
    const file = /node_modules\/(?:@lit|lit)[\w/-]*\/(lit-html|reactive-element|lit-element|css-tag)\.js$/.exec(
      id,
    )?.[1];
    if (file === undefined) return null;
    let lean = code;
    for (const [piece, instead, files] of UNUSED) {
      if (!files.includes(file)) continue;
      if (!piece.test(lean)) this.error(`${file} no longer holds ${piece}; look at what became of it.`);
      lean = lean.replace(piece, instead);
    }
    return { code: lean, map: null };
  },
};
