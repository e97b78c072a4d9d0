import * as v from 'valibot';
import { parseInput } from '../api/read-json.js';
import type { Route } from '../api/route.js';
import { problem } from '../problem.js';
import type { Cursor, EventLog } from '../store/event-log.js';
import { readCursor, writeCursor } from './cursor.js';

/** Says from where to go on. */
export const CURSOR_HEADER = 'pullquote-cursor';
const MAX_EVENTS = 1_000;
const MAX_WAIT_S = 60;
const LOOK_MS = 1_000;

const number = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.check(
      (text) => /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `must be a whole number from ${least} to ${most}`,
    ),
    v.transform(Number),
  );
const querySchema = v.strictObject({
  cursor: v.optional(v.string()),
  limit: v.optional(number(1, MAX_EVENTS), String(MAX_EVENTS)),
  wait: v.optional(number(0, MAX_WAIT_S), '0'),
});

/**
 * Events onward, as CloudEvents, a line each, in the order in which they came. That order is no finer than a batch: a relay sends a day
 * whole, at a random minute of the day after, shuffled, so it tells nothing of the order of posts.
 *
 * The cursor of an answer is the place behind its last line. Whoever keeps it after having kept the lines loses nothing and reads
 * nothing twice, whatever comes in meanwhile.
 */
export function feedRoute(
  log: EventLog,
  sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
): Route {
  return {
    method: 'GET',
    path: '/v1/feed',
    scope: 'read',
    async handle({ query, publisher: { origin }, request }) {
      const { cursor, limit, wait } = parseInput(querySchema, query);
      const after = cursor === undefined ? undefined : readCursor(cursor);
      if (cursor !== undefined && (after === undefined || !(await log.knows(origin, after))))
        return problem(
          400,
          'cursor',
          'cursor: is none of this feed, or what follows it is kept no more. Leave it out to begin with the oldest event that is kept.',
        );
      const end = await behind(log, origin, after, wait, sleep, request.signal);
      const events = await log.read(origin, after, limit);
      const next = writeCursor(events.at(-1)?.cursor ?? after ?? end);
      return new Response(events.map(({ event }) => `${JSON.stringify(event)}\n`).join(''), {
        headers: {
          'content-type': 'application/x-ndjson',
          [CURSOR_HEADER]: next,
          link: `</v1/feed?cursor=${next}>; rel="next"`,
        },
      });
    },
  };
}

/** Waits until there is something behind `after`, or `seconds` are over. @returns the end of an empty log */
async function behind(
  log: EventLog,
  origin: string,
  after: Cursor | undefined,
  seconds: number,
  sleep: (ms: number) => Promise<void>,
  signal: AbortSignal,
): Promise<Cursor> {
  let end = await log.end(origin);
  const nothing = async () => (await log.read(origin, after, 1)).length === 0;
  for (let waited = 0; waited < seconds * 1_000 && !signal.aborted && (await nothing()); waited += LOOK_MS) {
    await sleep(LOOK_MS);
    end = await log.end(origin);
  }
  return end;
}
