import { openStatusList, STATUS_PATH, type PublisherFolder, type StatusList } from '@pullquote/record';
import { explain, type Check } from './check.js';
import type { PublishedSource } from './folder-source.js';

/** The whole list, all items live or none, stays far below this. */
const MAX_STATUS = 256 * 1024;
/** Seconds by which two honest clocks may differ. */
const SKEW = 300;

/** Opens the status list and judges its age. */
export async function checkStatus(
  source: PublishedSource,
  folder: PublisherFolder,
  now: number,
): Promise<{ list?: StatusList; check: Check }> {
  const check = (ok: boolean, detail: string): Check => ({ what: 'status list', name: STATUS_PATH, ok, detail });
  try {
    const token = await source.read(STATUS_PATH, MAX_STATUS);
    if (token === undefined)
      return { check: check(false, 'is not there. Run "pullquote refresh", and host the file.') };
    const list = await openStatusList(token.trim(), folder.statusJwks, folder.status);
    if (list.exp <= now)
      return { list, check: check(false, `expired ${moment(list.exp)}. Run "pullquote refresh", on a timer.`) };
    if (list.iat > now + SKEW)
      return {
        list,
        check: check(false, `was issued in the future, ${moment(list.iat)}. Set the clock right, and refresh.`),
      };
    return { list, check: check(true, `holds until ${moment(list.exp)}`) };
  } catch (error) {
    return { check: check(false, explain(error)) };
  }
}

/** `2026-11-23 04:00 UTC`: a list's hours matter to whoever must renew it. */
export function moment(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
