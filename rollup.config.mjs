import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { dashboard } from './packages/collector/rollup.dashboard.mjs';
import { ownLit } from './packages/elements/own-lit.mjs';

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

/** Says and keeps the hash that a page may hold the single file to: sha384, as Subresource Integrity writes it. */
const integrity = {
  name: 'integrity',
  async writeBundle({ dir }, files) {
    for (const [name, { code }] of Object.entries(files)) {
      const sri = `sha384-${createHash('sha384').update(code).digest('base64')}`;
      await writeFile(`${dir}/${name}.sri`, `${sri}\n`);
      console.log(`${dir}/${name} ${sri}`);
    }
  },
};

const external = (id) => /^(lit|lean-qr|web-vitals|@pullquote\/|@lit\/)/.test(id);

export default [
  {
    input: {
      index: `${elements}/src/index.ts`,
      define: `${elements}/src/define.ts`,
      // Elements that few pages hold stay apart, so that the host's bundler can load them later too.
      'internal/pq-quote': `${elements}/src/quote/pq-quote.ts`,
      'internal/pq-ledger': `${elements}/src/ledger/pq-ledger.ts`,
    },
    external,
    output: { dir: `${elements}/dist`, format: 'es', chunkFileNames: 'internal/[name].js' },
    plugins: [compile()],
  },
  {
    input: { pullquote: `${elements}/src/pullquote.ts` },
    // One file for everything that the first card needs: the lazily loaded chunks import from the entry itself.
    preserveEntrySignatures: 'allow-extension',
    output: [
      {
        dir: `${elements}/dist/bundle`,
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: ({ name }) => `chunks/${name === 'browser' ? 'counting' : name}-[hash].js`,
        compact: true,
      },
      // The same with everything inside, for a page that can serve one file and no more.
      {
        dir: `${elements}/dist/single`,
        entryFileNames: '[name].js',
        format: 'es',
        inlineDynamicImports: true,
        compact: true,
        plugins: [integrity],
      },
    ],
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
  dashboard,
];
