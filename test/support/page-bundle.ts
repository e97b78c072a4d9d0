import { build } from 'vite';

/** Bundles a page's own script with what it imports from installed packages, as a community's developers would. */
export async function pageBundle(entry: string): Promise<string> {
  const results = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['es'] },
      rollupOptions: { output: { codeSplitting: false } },
    },
  });
  const [result] = Array.isArray(results) ? results : [results];
  if (!result || !('output' in result)) throw new Error(`Nothing was built from ${entry}.`);
  return result.output[0].code;
}
