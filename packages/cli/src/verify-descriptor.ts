import { STATUS_PATH, type CatalogueEntry, type PublisherFolder } from '@pullquote/record';

/** What a schema cannot see: whose folder it is, and that its keys and entries do not collide. */
export function faultOf(folder: PublisherFolder, origin: string | undefined): string | undefined {
  if (origin !== undefined && folder.origin !== origin)
    return `origin: says ${folder.origin}, but it stands at ${origin}`;
  if (folder.status !== folder.origin + STATUS_PATH) return `status: must be ${folder.origin}${STATUS_PATH}`;
  const record = new Set(folder.jwks.keys.flatMap(({ kid, x }) => [kid, x]));
  if (folder.statusJwks.keys.some(({ kid, x }) => record.has(kid) || record.has(x))) {
    return 'statusJwks: shares a key with jwks. The status key must be a key of its own.';
  }
  const elsewhere = folder.catalogue.find(({ url }) => new URL(url).origin !== folder.origin);
  if (elsewhere !== undefined) return `catalogue: ${elsewhere.url} is not on ${folder.origin}`;
  const twice =
    repeated(folder.catalogue, (a, b) => order(a.digest, b.digest))?.digest ??
    repeated(folder.catalogue, (a, b) => order(a.id, b.id) || a.version - b.version);
  if (twice === undefined) return undefined;
  return `catalogue: ${typeof twice === 'string' ? twice : `${twice.id} ${twice.version}`} stands there twice`;
}

/** An entry that equals another: found by sorting, which needs no memory for a text of each. */
function repeated(
  catalogue: PublisherFolder['catalogue'],
  compare: (a: CatalogueEntry, b: CatalogueEntry) => number,
): CatalogueEntry | undefined {
  const sorted = [...catalogue].sort(compare);
  return sorted.find((entry, i) => {
    const next = sorted[i + 1];
    return next !== undefined && compare(entry, next) === 0;
  });
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
