import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';

const elements = 'packages/elements';

const compile = () =>
  typescript({
    tsconfig: `${elements}/tsconfig.json`,
    compilerOptions: {
      composite: false,
      declaration: false,
      declarationMap: false,
      emitDeclarationOnly: false,
      outDir: undefined,
      tsBuildInfoFile: undefined,
      sourceMap: false,
      module: 'ESNext',
      moduleResolution: 'Bundler',
    },
    // The types come from `tsc -b`, which ran before and knows the project references.
    noForceEmit: true,
  });

/**
 * The bundle carries its own copy of Lit, made for a page that may hold others:
 * - Its Trusted Types policy has our name, and where the page allows none of that name Lit loads without one; `can-draw.ts`
 *   then finds out whether the page lets it draw.
 * - It tells no other script that it is there, sets no global of Lit's, and lets none patch it (polyfills, hydration): those
 *   are for the host's own Lit.
 * - It loads where there is no page at all, and then does nothing.
 * - Every browser that the elements run in knows constructed style sheets; Lit's other way would break a strict policy. Its
 *   advice to those who write style sheets stays out.
 */
const ownLit = {
  name: 'own-lit',
  transform(code, id) {
    const file = /(reactive-element|css-tag|lit-html|lit-element)\.js$/.exec(id)?.[1];
    if (!/node_modules\/(@lit|lit-html|lit-element)\//.test(id) || file === undefined) return null;
    let changed = code;
    const change = (pattern, replacement) => {
      const before = changed;
      changed = changed.replace(pattern, replacement);
      if (changed === before)
        this.error(`Lit's ${file} is no longer what this build expects: nothing matches ${pattern}.`);
    };
    if (file === 'css-tag') {
      change(/=\w\.ShadowRoot&&.*?CSSStyleSheet\.prototype/, '=true');
      change(/1===(\w)\.length\?\1\[0\]:\w\.reduce\(.*?\1\[0\]\)/, '$1[0]');
      change(/throw Error\("[^;}]*"\)/g, 'throw Error()');
    } else {
      change(/\(\w\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0');
      change(/\w\.\w+PolyfillSupport/, 'void 0');
    }
    if (file === 'reactive-element') {
      change('extends HTMLElement', 'extends (globalThis.HTMLElement??Object)');
      change(/;Symbol\.metadata\?\?=.*?new WeakMap;/, ';');
      change(/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\.)/, '');
    }
    if (file === 'lit-element') change(/\w\.litElementHydrateSupport\?\.\(\{LitElement:\w\}\)/, '0');
    if (file === 'lit-html') {
      change(
        /(\w)\.createPolicy\("lit-html",(\{createHTML:\w=>\w\})\)/,
        '(()=>{try{return $1.createPolicy("pullquote",$2)}catch{}})()',
      );
      change(/=document,/, '=globalThis.document??{createTreeWalker(){}},');
      // Templates that @lit-labs/compiler made.
      change(/"number"==typeof s\?(this\._\$AC\(t\)):\(void 0===s\.el&&.*?,s\)(?=;)/, '$1');
    }
    return { code: changed, map: null };
  },
};

/** Style sheets and templates without the white space that only their authors need. */
const tighten = {
  name: 'tighten',
  transform(code, id) {
    if (!id.includes(`${elements}/src/`)) return null;
    // Lit's way to compose style sheets out of others stays out of the bundle.
    if (/\bcss\s*`[^`]*\$\{/.test(code))
      this.error('A style sheet holds no ${…}: give an element several in its `styles`.');
    const styles = (all, text) =>
      `css\`${text
        .replace(/\/\*.*?\*\//gs, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,>]) ?/g, '$1')
        .replace(/: /g, ':')
        .replace(/\b0\./g, '.')
        .replace(/;}/g, '}')
        .trim()}\``;
    return {
      code: code
        // The compiler before this one puts a space between a tag and its template.
        .replace(/\bcss ?`([^`]*)`/g, styles)
        .replace(/([>}])\n\s+(?=<|\$\{)/g, '$1')
        .replace(/\n\s+/g, '\n '),
      map: null,
    };
  },
};

/** Errors of the reader without their sentences: in a browser they become a state, whose words are the label's. */
const wordlessErrors = {
  name: 'wordless-errors',
  transform(code, id) {
    if (!id.includes('packages/record/dist/')) return null;
    return {
      code: code.replace(
        /new RecordError\(\s*('[a-z0-9-]+'),\s*(?:'[^'\n]*'|"[^"\n]*"|`[^`\n]*`),?\s*\)/g,
        'new RecordError($1)',
      ),
      map: null,
    };
  },
};

const external = (id) => /^(lit|lean-qr|@pullquote\/|@lit\/)/.test(id);

export default [
  {
    input: { index: `${elements}/src/index.ts`, define: `${elements}/src/define.ts` },
    external,
    output: { dir: `${elements}/dist`, format: 'es', chunkFileNames: 'internal/[name].js' },
    plugins: [compile()],
  },
  {
    input: { pullquote: `${elements}/src/pullquote.ts` },
    // One file for everything that the first card needs: the lazily loaded chunks import from the entry itself.
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: `${elements}/dist/bundle`,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: ({ name }) => `chunks/${name === 'browser' ? 'counting' : name}-[hash].js`,
      compact: true,
    },
    plugins: [
      resolve({ browser: true, exportConditions: ['production'] }),
      ownLit,
      compile(),
      tighten,
      wordlessErrors,
      terser({
        module: true,
        ecma: 2020,
        compress: { passes: 3, unsafe_arrows: true, hoist_funs: true },
        format: { comments: false },
      }),
    ],
  },
];
