import type { TemplateResult } from 'lit';
import { formatLink, readLink, readSupersedes, type RenderRecord } from '@pullquote/record/reader';
import type { ElementContext } from '../source-element.js';
import { assess } from '../source/assess.js';
import { get } from '../source/get.js';
import type { Host } from '../source/host.js';
import { newerView, unknownView } from './view.js';

/** What took an item's place, and how it is said. */
export interface Newer {
  /** Two that say the same have the same key. */
  readonly key: string;
  readonly notice: (context: ElementContext) => TemplateResult;
}

/**
 * Looks for what took the place of `old`. It is judged like any other item: only what is verified for this reader is shown.
 * Without the digest of `old` it is the newest that is held, so there is nothing to look for.
 */
export async function newerOf(old: RenderRecord, digest: string | undefined, place: Host): Promise<Newer> {
  const found = digest === undefined ? undefined : await assess(await addressOf(old, digest, place), false, false);
  const { verdict } = found ?? {};
  const record = verdict?.record;
  if (found && record && verdict.state === 'verified' && replaces(record, old))
    return { key: `${verdict.digest}`, notice: (context) => newerView(old, record, context) };
  const withdrawn = verdict?.state === 'withdrawn' && found?.remains;
  return {
    key: withdrawn ? 'withdrawn' : '',
    notice: ({ words }) => unknownView(words, withdrawn ? words.state.withdrawn : undefined),
  };
}

/** The community's server knows which held version it is; elsewhere it stands where the old one stood. */
async function addressOf(old: RenderRecord, digest: string, place: Host): Promise<string> {
  if (place.kind !== 'community' || place.file.direct) return old.canonicalUrl;
  try {
    const hint = await get(`${place.base}newer/${digest}`);
    const named: unknown = hint?.ok ? await hint.json() : undefined;
    const link = formatLink(named as Parameters<typeof formatLink>[0]);
    return readLink(link) ? link : old.canonicalUrl;
  } catch {
    return old.canonicalUrl;
  }
}

function replaces(record: RenderRecord, old: RenderRecord): boolean {
  if (record.iss !== old.iss) return false;
  if (record.id === old.id) return record.version > old.version;
  try {
    const named = readSupersedes(record);
    return named?.id === old.id && named.version === old.version;
  } catch {
    return false;
  }
}
