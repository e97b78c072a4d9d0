import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const folder = fileURLToPath(new URL('contestants/', import.meta.url));
const built = new Map<string, Promise<ReadonlyMap<string, string>>>();

/** A contestant's page script, bundled for production as a site would. → path → text; the first is the entry */
export function buildContestant(entry: string): Promise<ReadonlyMap<string, string>> {
  const known = built.get(entry) ?? bundle(entry);
  built.set(entry, known);
  return known;
}

async function bundle(entry: string): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        input: `${folder}${entry}.ts`,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  });
  if (Array.isArray(result) || !('output' in result)) throw new Error(`${entry} was not built into one bundle.`);
  return new Map(result.output.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])));
}
