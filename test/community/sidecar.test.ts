import { Assertions, AssertionError, forumKey, vouching, type ForumKey } from '@pullquote/community';
import { SignJWT, type JWTPayload } from 'jose';
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bench, DOCTOR, fact, ORIGIN } from './setup.js';
import { NOW, seconds } from './publisher.js';

const SECRET = 'a-secret-that-forum-and-sidecar-both-hold';
const HMAC = forumKey(`${SECRET}\n`) as ForumKey;
const log = () => {
  const lines: object[] = [];
  const keep = (fields: object) => void lines.push(fields);
  return { lines, info: keep, warn: keep, error: keep };
};
const claims = (changes: JWTPayload = {}): JWTPayload => ({
  sub: DOCTOR,
  hcp: true,
  iat: seconds(),
  exp: seconds() + 60,
  aud: ORIGIN,
  ...changes,
});
const token = (changes: JWTPayload = {}, typ = 'pullquote-member+jwt', secret = SECRET) =>
  new SignJWT(claims(changes)).setProtectedHeader({ alg: 'HS256', typ }).sign(new TextEncoder().encode(secret));
const assertions = (now = () => NOW, key = HMAC) => new Assertions(key, ORIGIN, now);
const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('an assertion', () => {
  it('says who the forum vouches for', async () => {
    expect(await assertions().read(await token())).toEqual({ id: DOCTOR, hcp: true, moderator: false });
    expect(await assertions().read(await token({ hcp: false, mod: true }))).toMatchObject({
      hcp: false,
      moderator: true,
    });
  });

  it('is taken from a forum whose clock is five seconds off, and no more', async () => {
    for (const late of [-4_000, 64_000]) await assertions(() => NOW + late).read(await token());
    for (const late of [-7_000, 66_000])
      await expect(assertions(() => NOW + late).read(await token())).rejects.toThrow(AssertionError);
  });

  it.each<[string, () => Promise<string>]>([
    ['lives for longer than a minute', () => token({ exp: seconds() + 61 })],
    ['ends before it begins', () => token({ iat: seconds() + 3, exp: seconds() + 2 })],
    ['is for another community', () => token({ aud: 'https://other.example' })],
    ['is of another kind', () => token({}, 'JWT')],
    ['is signed with another secret', () => token({}, 'pullquote-member+jwt', `${SECRET}!`)],
    ['names nobody', () => token({ sub: '' })],
    ['leaves the member out', () => token({ sub: undefined })],
    ['says nothing of being verified', () => token({ hcp: undefined })],
    ['says "yes" where true is meant', () => token({ hcp: 'yes' })],
    ['says "no" of moderating', () => token({ mod: 'no' })],
    ['has no end', () => token({ exp: undefined })],
    ['has no beginning', () => token({ iat: undefined })],
    ['is for nobody', () => token({ aud: undefined })],
    ['is not signed', async () => `${b64({ alg: 'none', typ: 'pullquote-member+jwt' })}.${b64(claims())}.`],
    ['is longer than any can be', async () => token({ note: 'x'.repeat(2_100) })],
    ['is no token', async () => 'doctor-4711'],
  ])('that %s is refused', async (_, make) => {
    await expect(assertions().read(await make())).rejects.toThrow(AssertionError);
  });

  it('with a jti counts once; without one, as often as it is sent within its minute', async () => {
    const one = assertions();
    const once = await token({ jti: 'abc' });
    await one.read(once);
    await expect(one.read(once)).rejects.toThrow('jti');
    const often = await token();
    await one.read(often);
    await one.read(often);
  });

  it('can be signed with a key of which the sidecar holds the public half alone', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const key = forumKey(pem) as ForumKey;
    const signed = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'ES256', typ: 'pullquote-member+jwt' })
      .sign(privateKey);
    expect(await assertions(() => NOW, key).read(signed)).toMatchObject({ id: DOCTOR });
    // The public key is no secret: it must not do as one.
    const head = `${b64({ alg: 'HS256', typ: 'pullquote-member+jwt' })}.${b64(claims())}`;
    const forged = `${head}.${createHmac('sha256', pem.trim()).update(head).digest('base64url')}`;
    await expect(assertions(() => NOW, key).read(forged)).rejects.toThrow(AssertionError);
  });

  it('needs a secret that nobody guesses', () => {
    expect(forumKey('short')).toBeUndefined();
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    expect(forumKey(publicKey.export({ type: 'spki', format: 'pem' }).toString())).toBeUndefined();
    expect(forumKey('-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIB\n')).toBeUndefined();
  });
});

describe('the sidecar', () => {
  const header = async (changes?: JWTPayload) => ({ 'pullquote-member': await token(changes) });
  const withHeader = () => ({ member: vouching({ assertions: assertions(), log: log() }) });

  it('counts for the member whom the forum vouches for, and for nobody else', async () => {
    const made = await bench(withHeader());
    expect((await made.post([fact()], await header())).status).toBe(200);
    const answers = [
      await made.post([fact()]),
      await made.post([fact()], { 'pullquote-member': 'doctor-4711' }),
      await made.post([fact()], await header({ exp: seconds() - 60, iat: seconds() - 120 })),
      await made.post([fact()], await header({ hcp: false })),
    ];
    const codes = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { code: string }).code));
    expect(codes).toEqual(['not-signed-in', 'not-signed-in', 'not-signed-in', 'not-hcp']);
    expect(made.rows('SELECT sum(n) AS n FROM public_row')).toEqual([{ n: 1 }]);
  });

  it('keeps the member’s id nowhere, and logs none', async () => {
    const lines = log();
    const made = await bench({ member: vouching({ assertions: assertions(), log: lines }) });
    await made.post([fact()], await header());
    await made.post([fact()], await header({ aud: 'https://other.example' }));
    const tables = made.rows<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'");
    const stored = JSON.stringify(tables.map(({ name }) => made.rows(`SELECT * FROM "${name}"`)));
    expect(stored).not.toContain(DOCTOR);
    expect(lines.lines).toHaveLength(1);
    expect(JSON.stringify([...lines.lines, ...made.logged])).not.toContain(DOCTOR);
  });

  it('asks the forum with the member’s own cookie, and with nothing else of the request', async () => {
    const asked: Request[] = [];
    const answers = [
      new Response(null, { status: 204, headers: await header() }),
      new Response(null, { status: 401 }),
      new Response(null, { status: 302, headers: { location: 'http://evil.example/' } }),
    ];
    const member = vouching({
      assertions: assertions(),
      ask: 'http://127.0.0.1:9/pullquote-member',
      log: log(),
      fetch: async (input, init) => {
        asked.push(new Request(input, init));
        return answers.shift() ?? Response.error();
      },
    });
    const request = new Request(`${ORIGIN}/pq/facts`, {
      headers: { cookie: 'session=1', 'user-agent': 'Browser', 'pullquote-member': await token({ sub: 'forged' }) },
    });
    expect(await member(request)).toMatchObject({ id: DOCTOR });
    expect(await member(request)).toBeNull();
    await expect(member(request)).rejects.toThrow('302');
    expect(await member(new Request(`${ORIGIN}/pq/facts`))).toBeNull();
    expect(asked).toHaveLength(3);
    expect([...(asked[0]?.headers ?? [])]).toEqual([
      ['accept', '*/*'],
      ['cookie', 'session=1'],
      ['user-agent', 'pullquote'],
    ]);
    expect(asked[0]?.redirect).toBe('manual');
  });
});
