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
 * Lit creates its Trusted Types policy when it loads, and a second policy of the same name throws. The bundle carries its
 * own copy of Lit, so it names its policy after itself and lives beside a host's Lit.
 */
const ownTrustedTypesPolicy = {
  name: 'own-trusted-types-policy',
  transform(code, id) {
    if (!/lit-html\/(development\/)?lit-html\.js$/.test(id)) return null;
    const renamed = code.replace(/createPolicy\((["'])lit-html\1/, 'createPolicy("pullquote"');
    if (renamed === code) this.error('lit-html no longer creates its policy the way this build expects.');
    return { code: renamed, map: null };
  },
};

/** Style sheets and templates without the white space that only their authors need. */
const tighten = {
  name: 'tighten',
  transform(code, id) {
    if (!id.includes(`${elements}/src/`)) return null;
    const styles = (all, text) =>
      `css\`${text
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,>]) ?/g, '$1')
        .replace(/: /g, ':')
        .replace(/;}/g, '}')}\``;
    return {
      code: code
        .replace(/\bcss\s*`([^`]*)`/g, styles) // TypeScript writes a space between the tag and its template.
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
      ownTrustedTypesPolicy,
      compile(),
      tighten,
      wordlessErrors,
      terser({ module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true }, format: { comments: false } }),
    ],
  },
];
