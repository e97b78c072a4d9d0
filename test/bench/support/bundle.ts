import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const folder = fileURLToPath(new URL('../peers/', import.meta.url));

/** One file as a site would serve it. */
export interface Built {
  readonly path: string;
  readonly type: string;
  readonly body: string | Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  svg: 'image/svg+xml',
};

/** Bundles what a site writes to use a peer (`peers/<name>.ts`), minified for production by Rollup's successor and terser. */
export async function bundlePeer(name: string): Promise<readonly Built[]> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    base: `/${name}/`,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: 'terser',
      target: 'es2022',
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: `${folder}${name}.ts`,
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  });
  if (Array.isArray(result) || !('output' in result)) throw new Error(`${name} was not built into one bundle.`);
  return result.output.map((file) => ({
    path: `/${name}/${file.fileName}`,
    type: TYPES[file.fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    body: file.type === 'chunk' ? file.code : typeof file.source === 'string' ? file.source : Buffer.from(file.source),
  }));
}
