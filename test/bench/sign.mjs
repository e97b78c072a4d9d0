// Signing against a bare WebCrypto loop, and the memory that publishing takes, with the built packages.
//   node test/bench/sign.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { generateKey, sha256Text, signJws, signRecord, splitJws, STATUS_PATH } from '@pullquote/record';
import { initProject } from 'pullquote';

const ORIGIN = 'https://publisher.example';
const GOALS = { signing: 0.7, memory: 1.2 };
/** Short turns, many of them: a machine that is busy for a moment slows both alike. */
const ROUNDS = 200;
const SIGNATURES = 20;

async function record(i) {
  const text = 'The risk of myopathy is increased with concurrent administration of cyclosporine.';
  const iat = Math.floor(Date.now() / 1000);
  return {
    schema: 'pullquote/1',
    id: `urn:example:item-${i}`,
    version: 1,
    language: 'en',
    canonicalUrl: `${ORIGIN}/item-${i}`,
    title: `Atorvastatin: drug interactions at a glance, part ${i}`,
    contentType: 'clinical-summary',
    promotionalStatus: 'promotional',
    labelStatus: 'within-label',
    audience: { roles: ['healthcare professionals'], countries: ['US'] },
    parties: [{ role: 'sponsor', name: 'Example Pharma' }],
    involvement: { en: 'Written and funded by Example Pharma.' },
    products: [{ brand: 'Examplin', generic: 'examplinib', piUrl: { US: `${ORIGIN}/pi` } }],
    aeReporting: { US: { text: 'To report side effects, contact FDA at 1-800-FDA-1088.' } },
    excerpts: [{ id: 'e1', text, citations: [1], sha256: await sha256Text(text) }],
    citations: [{ n: 1, text: 'Prescribing information, section 7.' }],
    reuse: { requireVerifiedHcp: true, quote: 'approved-only', download: true, print: true, reshare: true },
    iss: ORIGIN,
    iat,
    exp: iat + 86_400 * 365,
    status: { uri: ORIGIN + STATUS_PATH, idx: i },
  };
}

const perSecond = async (work) => {
  const started = performance.now();
  for (let i = 0; i < SIGNATURES; i++) await work(i);
  return (SIGNATURES * 1000) / (performance.now() - started);
};
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** A payload to a JWS with the same key and bytes as a loop of `subtle.sign` alone; and a record, validated and hashed too. */
async function signing() {
  const key = await generateKey();
  const one = await record(1);
  const { payload, input } = splitJws((await signRecord(one, key)).jws);
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const { kty, crv, x, y, d } = key;
  const bareKey = await crypto.subtle.importKey('jwk', { kty, crv, x, y, d }, ecdsa, false, ['sign']);
  const bytes = new TextEncoder().encode(input);
  const work = {
    bare: () => crypto.subtle.sign(ecdsa, bareKey, bytes),
    payload: () => signJws(payload, key, 'pullquote-record+jwt'),
    record: () => signRecord(one, key),
  };
  const rates = { bare: [], payload: [], record: [] };
  for (let i = 0; i < ROUNDS; i++) for (const name of Object.keys(work)) rates[name].push(await perSecond(work[name]));
  const [bare, signed, validated] = [median(rates.bare), median(rates.payload), median(rates.record)];
  const ratio = signed / bare;
  console.log(`a bare WebCrypto loop: ${bare.toFixed(0)}/s`);
  console.log(`signing: ${signed.toFixed(0)}/s, ratio ${ratio.toFixed(2)} (goal: at least ${GOALS.signing})`);
  console.log(
    `validating, hashing and signing a record: ${validated.toFixed(0)}/s, ratio ${(validated / bare).toFixed(2)}`,
  );
  return ratio >= GOALS.signing;
}

/** A project with `count` signed records, written without the command line: only publishing is measured. */
async function prepare(root, count) {
  const { project } = await initProject(root, { name: 'Example Publisher', origin: ORIGIN });
  const key = JSON.parse(await readFile(project.paths.recordKey, 'utf8'));
  const records = [];
  await mkdir(project.paths.signed, { recursive: true });
  for (let i = 0; i < count; i++) {
    const one = await record(i);
    const { jws, digest } = await signRecord(one, key);
    const name = `item-${i}`;
    await writeFile(join(project.paths.signed, `${name}.v1.jws`), `${jws}\n`);
    records.push({ name, id: one.id, version: 1, url: one.canonicalUrl, digest, idx: i, state: 'live' });
  }
  const index = { schema: 'pullquote-index/1', statusIssued: 0, records };
  await writeFile(project.paths.index, JSON.stringify(index));
}

const SELF = fileURLToPath(import.meta.url);
const BIN = fileURLToPath(new URL('../../packages/cli/bin.js', import.meta.url));
/** Says, as a process ends, the most memory that it ever had, in KiB. */
const TELL = "process.on('exit', () => process.stderr.write('\\n' + process.resourceUsage().maxRSS))";

function child(...args) {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (status !== 0) throw new Error(stderr);
  return stderr;
}

/** One real command line. @returns its peak in KiB */
function peakOf(...args) {
  const preload = `data:text/javascript,${encodeURIComponent(`import process from 'node:process'; ${TELL};`)}`;
  return Number(
    child('--import', preload, BIN, ...args)
      .split('\n')
      .at(-1),
  );
}

/**
 * Each size and command in a process of its own: memory that was once taken is not given back. Published twice, because
 * the second time there is an old folder to take away as well.
 */
function memory() {
  const sizes = [1_000, 10_000];
  const peaks = { publish: [], 'publish again': [], verify: [] };
  for (const count of sizes) {
    const root = mkdtempSync(join(tmpdir(), 'pullquote-bench-'));
    try {
      child(SELF, 'prepare', root, String(count));
      for (const [name, list] of Object.entries(peaks)) {
        const args = name === 'verify' ? ['verify', join(root, 'public')] : ['publish', '--project', root];
        const started = performance.now();
        list.push(peakOf(...args));
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        console.log(`${name}, ${count} records: peak ${(list.at(-1) / 1024).toFixed(0)} MiB, ${seconds} s`);
      }
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
  return Object.entries(peaks).map(([name, [small, large]]) => {
    console.log(`memory, ${name}: ratio ${(large / small).toFixed(2)} (goal: at most ${GOALS.memory})`);
    return large / small <= GOALS.memory;
  });
}

const [job, root, count] = process.argv.slice(2);
if (job === 'prepare') await prepare(root, Number(count));
else {
  console.log(`Node ${process.version}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`);
  const held = [await signing(), ...memory()];
  process.exitCode = held.every(Boolean) ? 0 : 1;
}
