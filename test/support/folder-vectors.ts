import { readFileSync } from 'node:fs';
import type { CatalogueEntry, KeySet, PublisherFolder, Tombstone } from '@pullquote/record';

/** A descriptor that is the first valid one, but for one place in it. */
export interface Changed {
  readonly name: string;
  /** JSON pointer (RFC 6901); without a `value`, what stands there goes. */
  readonly at: string;
  readonly value?: unknown;
  /** The field that an error names. */
  readonly field: string;
}
interface Vectors {
  readonly origin: string;
  readonly paths: Readonly<Record<'digest' | 'record' | 'tombstone' | 'status', string>>;
  readonly descriptors: {
    readonly valid: readonly { readonly name: string; readonly folder: unknown; readonly means: PublisherFolder }[];
    readonly invalid: readonly (Changed & { readonly code: string })[];
    readonly crossed: readonly Changed[];
  };
  readonly tombstones: {
    readonly jwks: KeySet;
    readonly entry: CatalogueEntry;
    readonly valid: readonly { readonly name: string; readonly jws: string; readonly tombstone: Tombstone }[];
    readonly invalid: readonly { readonly name: string; readonly jws: string; readonly code: string }[];
    readonly strangers: readonly { readonly name: string; readonly jws: string; readonly field: string }[];
  };
}

/** What an implementation in another language would run as well. */
export const folderVectors = JSON.parse(
  readFileSync(new URL('../../docs/developers/spec/vectors/folder.json', import.meta.url), 'utf8'),
) as Vectors;

/** The descriptor of a case. */
export function changed({ at, ...change }: Changed): unknown {
  if (at === '') return change.value;
  const whole: unknown = structuredClone(folderVectors.descriptors.valid[0]?.folder);
  const path = at.slice(1).split('/');
  const last = path.pop() ?? '';
  let inner = whole as Record<string, unknown>;
  for (const step of path) inner = inner[step] as Record<string, unknown>;
  if ('value' in change) inner[last] = change.value;
  else if (!Reflect.has(inner, last)) throw new Error(`${at}: nothing stands there`);
  else Reflect.deleteProperty(inner, last);
  return whole;
}
