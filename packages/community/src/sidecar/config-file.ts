import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { CommunityConfig } from '../config.js';
import { CommunityError } from '../errors.js';
import { defaultLog } from '../log.js';
import { Assertions, forumKey, type ForumKey } from './assertion.js';
import { vouching } from './vouching.js';

const text = v.pipe(v.string('must be text'), v.minLength(1, 'is empty'));
const member = v.strictObject({
  /** The secret that the forum signs with, or its public key in PEM. */
  keyFile: text,
  /** The forum's own address that says who is signed in. */
  ask: v.optional(
    v.pipe(
      text,
      v.check((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? ''), 'must be an http or https address'),
    ),
  ),
});
/** What is the file's own; every other field is `createCommunity`'s and judged there. */
const own = v.looseObject({ member, dataDir: text, serverKeyFile: v.optional(text) });
/** Fields that hold functions or are for tests. */
const NOT_HERE = ['isModerator', 'clock', 'log', 'fetch', 'serverKey'];

/** True for a configuration that is data; a JavaScript module is loaded instead. */
export function isDataFile(path: string): boolean {
  return /\.(ya?ml|json)$/i.test(path);
}

/** A YAML or JSON file → the configuration of `createCommunity`. Paths in it begin at its own folder. @throws CommunityError `config` */
export function readDataFile(path: string): CommunityConfig {
  const at = (file: string) => resolve(dirname(resolve(path)), file);
  const input = parseYaml(path);
  for (const field of NOT_HERE) if (field in input) throw refuse(path, `${field}: can't stand in a file; remove it`);
  const result = v.safeParse(own, input);
  if (!result.success) {
    const [issue] = result.issues;
    throw refuse(
      path,
      `${v.getDotPath(issue) ?? 'config'}: ${issue.input === undefined ? 'is missing' : issue.message}`,
    );
  }
  const { member: forum, serverKeyFile, dataDir, ...rest } = result.output;
  const origin = typeof rest['origin'] === 'string' ? rest['origin'] : '';
  const log = defaultLog();
  const assertions = new Assertions(readKey(path, at(forum.keyFile)), origin, () => Date.now());
  const ask = vouching({ assertions, ask: forum.ask, log });
  // What is not checked here is checked by createCommunity, which names the field.
  return {
    ...(rest as unknown as CommunityConfig),
    dataDir: at(dataDir),
    ...(serverKeyFile === undefined ? {} : { serverKey: readText(path, 'serverKeyFile', at(serverKeyFile)) }),
    member: ask,
    isModerator: async (request) => (await ask(request))?.moderator === true,
    log,
  };
}

function parseYaml(path: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw refuse(path, "can't be read. Name your configuration with --config");
  }
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw refuse(path, `can't be read as YAML (${(error as Error).message.split('\n')[0]})`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse(path, 'must hold fields, such as "origin: https://forum.example"');
  return value as Record<string, unknown>;
}

function readKey(path: string, file: string): ForumKey {
  const key = forumKey(readText(path, 'member.keyFile', file));
  if (key) return key;
  throw refuse(
    path,
    'member.keyFile: must hold a secret of 32 characters or more, or a P-256 public key in PEM. Make one: openssl rand -base64 48',
  );
}

function readText(path: string, field: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw refuse(path, `${field}: ${file} can't be read`);
  }
}

function refuse(path: string, what: string): CommunityError {
  return new CommunityError('config', `${path}: ${what}.`);
}
