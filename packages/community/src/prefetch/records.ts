import {
  openRecord,
  recordPath,
  type CatalogueEntry,
  type ContentRecord,
  type OpenRecord,
  type StatusList,
} from '@pullquote/record';
import { CommunityError } from '../errors.js';
import type { Pin } from '../store/publishers.js';
import { inGroups } from './in-groups.js';
import type { Visit } from './visit.js';

const LIMIT = 512 * 1024;

/** Fetches what the catalogue names and isn't held yet. @returns how many records were added */
export async function readRecords(visit: Visit, pin: Pin, list: StatusList | undefined): Promise<number> {
  const { catalogue } = visit.stores;
  const wanted = (visit.folder?.catalogue ?? []).filter(
    (entry) => !entry.withdrawn && !catalogue.isHeld(entry.digest) && visit.isDue(entry.digest),
  );
  let added = 0;
  await inGroups(withinQuota(wanted, visit), async (entry) => {
    const taken = await visit.attempt(entry.digest, async () => {
      const got = await visit.get(recordPath(entry.digest), LIMIT);
      const opened = await openRecord(got.changed ? got.text.trim() : '', pin.recordKeys);
      checkRecord(opened, entry, visit.origin, pin.statusUri);
      catalogue.take(opened, list);
    });
    if (taken) added += 1;
  });
  return added;
}

/** What is beyond the quota is refused as one, without a request for each. */
function withinQuota(wanted: readonly CatalogueEntry[], visit: Visit): readonly CatalogueEntry[] {
  const { quota } = visit.settings;
  const room = Math.max(0, quota - visit.stores.catalogue.size(visit.origin));
  const beyond = wanted.length - room;
  if (beyond > 0)
    visit.refuse({
      subject: 'catalogue',
      code: 'quota',
      detail: `catalogue: ${beyond} versions are beyond the ${quota} that one publisher may have here.`,
    });
  return wanted.slice(0, room);
}

function checkRecord({ record, digest }: OpenRecord, entry: CatalogueEntry, origin: string, statusUri: string): void {
  if (digest !== entry.digest)
    throw new CommunityError('digest', `record ${entry.digest}: its content has the digest ${digest}.`);
  if (record.iss !== origin)
    throw new CommunityError('issuer', `iss: says ${record.iss}, but the publisher is ${origin}.`);
  if (record.status.uri !== statusUri)
    throw new CommunityError('status-url', `status.uri: must be ${statusUri}, where this publisher's list stands.`);
  const different = differs(record, entry);
  if (different)
    throw new CommunityError('catalogue', `${different}: the catalogue and the signed record do not say the same.`);
  if (record.promotionalStatus === 'medical-information-response')
    throw new CommunityError('never-shareable', 'promotionalStatus: an answer to one person is never shared.');
}

function differs(record: ContentRecord, entry: CatalogueEntry): string | undefined {
  if (record.id !== entry.id) return 'id';
  if (record.version !== entry.version) return 'version';
  return record.canonicalUrl === entry.url ? undefined : 'url';
}
