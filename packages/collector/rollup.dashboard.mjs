import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const collector = 'packages/collector';

/** Plot's way to pack dots brings a library that is none of a browser's modules. No chart here packs dots. */
const noDodge = {
  name: 'no-dodge',
  resolveId: (id) => (id === 'interval-tree-1d' ? '\0interval-tree-1d' : null),
  load: (id) => (id === '\0interval-tree-1d' ? 'export default undefined;' : null),
};

/** Templates without the indentation that only their authors need. A line break stays: between two words it is their space. */
const tighten = {
  name: 'tighten',
  transform: (code, id) =>
    id.includes(`${collector}/dist/dashboard/browser/`) ? { code: code.replace(/\n\s+/g, '\n'), map: null } : null,
};

/** In this order: what comes later wins. */
const STYLES = 'tokens base frame page charts tables calendar states narrow forced-colours print'.split(' ');

/** The style sheet under a name of its content, each file once more as brotli, and the list of names that the server reads. */
const publish = {
  name: 'publish',
  async generateBundle(_, bundle) {
    const sheets = STYLES.map((name) => readFile(`${collector}/src/dashboard/browser/styles/${name}.css`, 'utf8'));
    const css = (await Promise.all(sheets))
      .join('')
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,>]) ?/g, '$1')
      .replace(/: /g, ':')
      .trim();
    const style = `dashboard-${createHash('sha256').update(css).digest('base64url').slice(0, 10)}.css`;
    const nameOf = (wanted) => Object.values(bundle).find(wanted).fileName.replace('assets/', '');
    const script = nameOf(({ isEntry }) => isEntry);
    const charts = nameOf(({ name }) => name === 'drawings');
    const chunks = Object.values(bundle).map(({ fileName, code }) => [fileName.replace('assets/', ''), code]);
    const files = [[style, css], ...chunks];
    for (const [name, text] of files)
      this.emitFile({
        type: 'asset',
        fileName: `assets/${name}.br`,
        source: brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
      });
    this.emitFile({ type: 'asset', fileName: `assets/${style}`, source: css });
    this.emitFile({
      type: 'asset',
      fileName: 'manifest.json',
      source: JSON.stringify({ script, charts, style }),
    });
  },
};

/** The publisher's dashboard: what `tsc -b` compiled, with Lit, and apart from it the charts with the marks of Plot that they draw with. */
export const dashboard = {
  input: { dashboard: `${collector}/dist/dashboard/browser/dashboard.js` },
  output: {
    dir: `${collector}/dist/dashboard`,
    format: 'es',
    entryFileNames: 'assets/[name]-[hash].js',
    chunkFileNames: 'assets/[name]-[hash].js',
    compact: true,
  },
  plugins: [
    noDodge,
    resolve({ browser: true, exportConditions: ['production'] }),
    tighten,
    terser({ module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false } }),
    publish,
  ],
};
