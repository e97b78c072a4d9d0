import { COUNT_SETTINGS, isSecureOrigin, READERS, type CountSetting, type Readers } from '@pullquote/record';
import * as v from 'valibot';
import { CommunityError } from './errors.js';
import { defaultLog, type Log } from './log.js';
import { publicFetch } from './net/public-fetch.js';

/** A signed-in member, as the host knows them. The id never leaves memory; only verified HCPs are counted. */
export interface Member {
  readonly id: string;
  readonly hcp: boolean;
}
export type IsModerator = (request: Request) => boolean | Promise<boolean>;
export type MemberOf = (request: Request) => Member | null | Promise<Member | null>;

export interface Clock {
  /** Milliseconds since 1970: signatures, lists, retries. */
  now(): number;
  /** Milliseconds since 1970: days and weeks of both lanes. */
  lane(): number;
}

/** What a host writes; everything with a `?` has a default. */
export interface CommunityConfig {
  /** The community's own https origin; also its id. */
  readonly origin: string;
  readonly name: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
  /** `verified-hcp` where only members whom you verified as healthcare professionals can read; otherwise `mixed`. */
  readonly readers: Readers;
  /** How the community itself is paid for, in one sentence. */
  readonly funding?: string;
  /** Folder of the database and the keys; made when missing. */
  readonly dataDir: string;
  readonly publishers: readonly {
    readonly origin: string;
    /** The name that moderators give this publisher; it stands on every card. */
    readonly name: string;
    /** RFC 7638 thumbprints of every key that this publisher may use, for records and for the status list. */
    readonly thumbprints?: readonly string[];
  }[];
  readonly count?: CountSetting;
  /** True allows items to be sent to open networks, where their records allow it too. */
  readonly openNetworks?: boolean;
  /** Path of the forum's own composer. */
  readonly compose: string;
  readonly member: MemberOf;
  /** Seconds between prefetches; each wait is drawn within ±20 %. */
  readonly pollSeconds?: number;
  /** Versions that one publisher may have here. */
  readonly quota?: number;
  /** Requests with facts that one member may send in an hour. */
  readonly requestsPerHour?: number;
  /** Says who may see what left and mute a publisher, at `/pq/moderation`. Without it nobody may. */
  readonly isModerator?: IsModerator;
  /** True allows `closeDay()` and `closeWeek()`, which move the lane's clock. */
  readonly demo?: boolean;
  readonly clock?: Clock;
  readonly log?: Log;
  /** What reaches publishers; unless given, one that reaches the public internet alone. */
  readonly fetch?: typeof fetch;
  /** Lets the forum's own server ask `/pq/unfurl` and `/pq/oembed`: `Authorization: Bearer <key>`, 32 characters or more. */
  readonly serverKey?: string;
  /** Folder that holds `pullquote.js` and `chunks/`; the built bundle of @pullquote/elements unless given. */
  readonly bundleDir?: string;
}
export type Settings = v.InferOutput<typeof schema>;

const line = (max: number) =>
  v.pipe(
    v.string('must be text'),
    v.trim(),
    v.minLength(1, 'is empty'),
    v.maxLength(max, `has over ${max} characters`),
  );
const origin = v.pipe(
  v.string('must be text'),
  v.check(isSecureOrigin, 'must be an https origin without a path, such as https://forum.example'),
);
const positive = (max: number) =>
  v.pipe(v.number('must be a number'), v.integer('must be a whole number'), v.minValue(1), v.maxValue(max));
const callable = <T>(what: string) => v.custom<T>((value) => typeof value === 'function', `must be ${what}`);
const withMethods = <T>(names: readonly string[]) =>
  v.custom<T>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      names.every((name) => typeof Reflect.get(value, name) === 'function'),
    `must be an object with the functions ${names.join(', ')}`,
  );

const publisher = v.strictObject({
  origin,
  name: line(200),
  thumbprints: v.optional(
    v.pipe(
      v.array(
        v.pipe(v.string('must be text'), v.regex(/^[A-Za-z0-9_-]{43}$/, 'must be a key thumbprint of 43 characters')),
      ),
      v.minLength(1, 'is empty: name the keys, or leave the field out to trust the keys of the first contact'),
    ),
  ),
});

const systemClock: Clock = { now: () => Date.now(), lane: () => Date.now() };

const schema = v.strictObject({
  origin,
  name: line(200),
  country: v.pipe(
    v.string('must be text'),
    v.regex(/^[A-Z]{2}$/, 'must be a two-letter country code such as GB (ISO 3166-1)'),
  ),
  readers: v.picklist(
    READERS,
    'must be "verified-hcp" where only verified healthcare professionals can read, and otherwise "mixed"',
  ),
  funding: v.optional(line(500)),
  dataDir: line(1_000),
  publishers: v.pipe(
    v.array(publisher, 'must be a list'),
    v.maxLength(1_000, 'has over 1,000 publishers'),
    v.check((list) => new Set(list.map((one) => one.origin)).size === list.length, 'names the same origin twice'),
  ),
  count: v.optional(v.picklist(COUNT_SETTINGS, `must be one of ${COUNT_SETTINGS.join(', ')}`), 'shares'),
  openNetworks: v.optional(v.boolean('must be true or false'), false),
  compose: v.pipe(
    v.string('must be text'),
    v.regex(/^\/(?![/\\])[^#\s\\]*$/, 'must be a path on your own site, such as /new, without a fragment'),
  ),
  member: callable<MemberOf>('a function: request => ({ id, hcp }) or null'),
  pollSeconds: v.optional(positive(86_400), 900),
  quota: v.optional(positive(131_072), 20_000),
  requestsPerHour: v.optional(positive(1_000_000), 600),
  isModerator: v.optional(callable<IsModerator>('a function: request => true or false')),
  demo: v.optional(v.boolean('must be true or false'), false),
  clock: v.optional(withMethods<Clock>(['now', 'lane']), () => systemClock),
  log: v.optional(withMethods<Log>(['info', 'warn', 'error']), () => defaultLog()),
  fetch: v.optional(callable<typeof fetch>('a function like fetch'), () => publicFetch()),
  serverKey: v.optional(
    v.pipe(v.string('must be text'), v.regex(/^[!-~]{32,}$/, 'must be 32 or more characters without spaces')),
  ),
  bundleDir: v.optional(line(1_000)),
});

/** @throws CommunityError `config`, which names every wrong field */
export function parseConfig(input: unknown): Settings {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const issues = result.issues.map((issue) => {
    const field = v.getDotPath(issue) ?? 'config';
    if (issue.type === 'strict_object' && issue.expected === 'never') return `${field}: does not exist; remove it`;
    // Nobody can guess the values of a closed list.
    const missing = issue.type === 'picklist' ? `is missing: it ${issue.message}` : 'is missing';
    return `${field}: ${issue.input === undefined ? missing : issue.message}`;
  });
  throw new CommunityError('config', `The configuration is not usable. ${issues.join('; ')}.`);
}
