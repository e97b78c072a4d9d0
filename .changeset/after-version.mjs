/** After `changeset version`: what else names the version, and the hash of the file that this version's communities may hold pages to. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { withHash } from './hash-row.mjs';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const write = (path, text) => writeFileSync(new URL(path, root), text);

const { version } = JSON.parse(read('packages/elements/package.json'));
const source = 'packages/elements/src/version.ts';
write(source, read(source).replace(/VERSION = '[^']*'/, `VERSION = '${version}'`));

execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' });
const hash = read('packages/elements/dist/single/pullquote.js.sri').trim();
const page = 'docs/communities/single-file.md';
write(page, withHash(read(page), version, hash));
