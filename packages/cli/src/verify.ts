import { FOLDER_PATH, isSecureOrigin, type CatalogueEntry, type PublisherFolder } from '@pullquote/record';
import { explain, type Check } from './check.js';
import { CliError } from './errors.js';
import { folderSource, type PublishedSource } from './folder-source.js';
import { originSource } from './origin-source.js';
import type { Progress } from './progress.js';
import { readFolder } from './read-folder.js';
import { faultOf } from './verify-descriptor.js';
import { checkEntry } from './verify-entry.js';
import { checkStatus } from './verify-status.js';

export interface VerifyReport {
  readonly target: string;
  /** True only when every check held. */
  readonly ok: boolean;
  readonly checks: readonly Check[];
  readonly counts: { readonly records: number; readonly tombstones: number };
}

export interface VerifyOptions {
  readonly now?: Date | undefined;
  /** The origin that the folder must speak for. */
  readonly origin?: string | undefined;
  readonly fetch?: typeof fetch | undefined;
  readonly onProgress?: Progress | undefined;
  /** Keeps only the checks that failed, so that a folder of any size takes little memory. */
  readonly faultsOnly?: boolean | undefined;
}

/** Records in work at once: a site is not flooded. */
const AT_ONCE = 8;

/**
 * Reads a published folder, or a hosted one by its origin, and checks all of it as a community would.
 * @throws CliError `usage` when the address is not an origin
 */
export async function verifyFolder(target: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  if (!/^https?:\/\//i.test(target)) return verifySource(folderSource(target), options);
  const origin = URL.canParse(target) ? new URL(target).origin : target;
  if (!isSecureOrigin(origin) || ![origin, `${origin}/`, origin + FOLDER_PATH].includes(target)) {
    throw new CliError('usage', 'Name an https origin without a path, such as https://publisher.example.');
  }
  return verifySource(originSource(origin, options.fetch), options);
}

export async function verifySource(
  source: PublishedSource,
  { now = new Date(), origin, onProgress, faultsOnly = false }: VerifyOptions,
): Promise<VerifyReport> {
  const seconds = Math.floor(now.getTime() / 1000);
  const { folder, check } = await readDescriptor(source, origin ?? source.origin);
  if (folder === undefined)
    return { target: source.name, ok: false, checks: [check], counts: { records: 0, tombstones: 0 } };

  const status = await checkStatus(source, folder, seconds);
  const entries = folder.catalogue;
  const results: (Check | undefined)[] = [];
  let [next, done] = [0, 0];
  const taken = new Map<number, CatalogueEntry>();
  const worker = async () => {
    for (let i = next++; i < entries.length; i = next++) {
      const entry = entries[i];
      if (entry === undefined) continue;
      const result = await checkEntry(source, folder, entry, { list: status.list, now: seconds, taken });
      if (!result.ok || !faultsOnly) results[i] = result;
      onProgress?.('verifying', ++done, entries.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const all = [
    check,
    status.check,
    ...results.filter((one) => one !== undefined),
    ...(await strayFiles(source, folder)),
  ];
  const checks = faultsOnly ? all.filter(({ ok }) => !ok) : all;
  const tombstones = entries.filter(({ withdrawn }) => withdrawn === true).length;
  return {
    target: source.name,
    ok: checks.every(({ ok }) => ok),
    checks,
    counts: { records: entries.length - tombstones, tombstones },
  };
}

async function readDescriptor(
  source: PublishedSource,
  origin: string | undefined,
): Promise<{ folder?: PublisherFolder; check: Check }> {
  const failed = (detail: string) => ({ check: { what: 'descriptor' as const, name: FOLDER_PATH, ok: false, detail } });
  try {
    const folder = await readFolder(source);
    if (folder === undefined) return failed('is not there. Run "pullquote publish", and host the whole folder.');
    const wrong = faultOf(folder, origin);
    if (wrong !== undefined) return failed(wrong);
    const detail = `${folder.name}, ${folder.origin}, ${folder.catalogue.length} catalogue entries`;
    return { folder, check: { what: 'descriptor', name: FOLDER_PATH, ok: true, detail } };
  } catch (error) {
    return failed(explain(error));
  }
}

/** A file that no entry names, such as the text of an item that was withdrawn, must not stay on a site. */
async function strayFiles(source: PublishedSource, { catalogue }: PublisherFolder): Promise<Check[]> {
  const named = (withdrawn: boolean) =>
    new Set(catalogue.filter((entry) => (entry.withdrawn === true) === withdrawn).map(({ digest }) => digest));
  const strays: Check[] = [];
  for (const [folder, ending, known] of [
    ['records', '.jws', named(false)],
    ['tombstones', '.jws', named(true)],
    ['heads', '.html', named(false)],
    ['oembed', '.json', named(false)],
  ] as const) {
    for await (const file of source.list?.(`/.well-known/pullquote/${folder}`) ?? []) {
      if (file.endsWith(ending) && known.has(file.slice(0, -ending.length))) continue;
      strays.push({
        what: 'folder',
        name: `${folder}/${file}`,
        ok: false,
        detail: 'no catalogue entry names this file. Publish again, and delete it.',
      });
    }
  }
  return strays;
}
