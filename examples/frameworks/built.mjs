import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const FRAMEWORKS = ['react', 'vue', 'next'];

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');
const ELEMENTS = join(ROOT, 'packages/elements/dist/single/pullquote.js');

/** Outside the workspaces: what a framework installs is large, and nobody needs it to try or to test the rest. */
export const homeOf = (name) => join(ROOT, '.frameworks', name);
export const pagesOf = (name) => (name === 'html' ? join(HERE, 'html') : join(homeOf(name), 'dist'));

export const stampOf = (name) => join(homeOf(name), 'built-from');

/** Of all that an example is made from: its own files, and the elements as they are built now. */
export function sourceHash(name) {
  const hash = createHash('sha256');
  const files = readdirSync(join(HERE, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of [...files, ELEMENTS]) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** Whether `npm run frameworks` has built this example from what stands here now. */
export function isBuilt(name) {
  if (name === 'html') return true;
  if (!existsSync(ELEMENTS)) return false;
  return existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === sourceHash(name);
}
