import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Assertions, forumKey, type ForumKey } from '@pullquote/community';
import { afterAll, describe, expect, it } from 'vitest';

const ORIGIN = 'https://forum.example';
const folder = mkdtempSync(join(tmpdir(), 'pullquote-member-'));
const secret = join(folder, 'member.secret');
writeFileSync(secret, 'kX2p/0Jm+Qy6b1cH3vT8wZ5rN7aL9sD4\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = (name: string) => fileURLToPath(new URL(`../../examples/engines/sidecar/${name}`, import.meta.url));
const call = (args: string) => `pullquote_member('Zoë "Q" ü/+', ${args}, '${ORIGIN}', '${secret}'`;

/** The whole program of each: what a forum writes is the call. */
const LANGUAGES = [
  {
    name: 'PHP',
    command: 'php',
    file: 'member.php',
    args: (path: string) => ['-r', `require '${path}'; echo ${call('true')});`],
  },
  {
    name: 'Ruby',
    command: 'ruby',
    file: 'member.rb',
    args: (path: string) => ['-e', `require '${path}'; print ${call('true')})`],
  },
  {
    name: 'Python',
    command: 'python3',
    file: 'member.py',
    args: (path: string) => ['-c', `exec(open('${path}').read()); print(${call('True')}), end='')`],
  },
];
const isThere = (command: string) => spawnSync(command, ['--version']).status === 0;

describe.each(LANGUAGES)('a forum in $name', ({ name, command, file, args }) => {
  it.skipIf(!isThere(command))(`vouches for a member (${name} is needed)`, async () => {
    const made = spawnSync(command, args(source(file)), { encoding: 'utf8' });
    expect(made.stderr).toBe('');
    const assertions = new Assertions(forumKey(readFileSync(secret, 'utf8')) as ForumKey, ORIGIN, () => Date.now());
    expect(await assertions.read(made.stdout)).toEqual({ id: 'Zoë "Q" ü/+', hcp: true, moderator: false });
    const other = new Assertions(forumKey('another-secret-of-more-than-32-characters') as ForumKey, ORIGIN, Date.now);
    await expect(other.read(made.stdout)).rejects.toThrow();
  });

  it('needs at most fifteen lines of code', () => {
    const lines = readFileSync(source(file), 'utf8').split('\n');
    const code = lines.filter((line) => !/^\s*($|#|\/\/|<\?php)/.test(line));
    expect(code.length).toBeLessThanOrEqual(15);
  });
});
