import type { DatabaseSync } from 'node:sqlite';
import { dayOf } from '@pullquote/events';
import { transaction } from '../database.js';
import { problem } from '../problem.js';
import { createEventStore } from './event-store.js';
import { judgeEvent } from './judge-event.js';
import { openRequest, type Gate } from './open-request.js';
import { createRefusalStore } from './refusal-store.js';
import type { BatchCode, EventRefusal } from './refusal.js';

const DAY_MS = 86_400_000;

const STATUS: Record<BatchCode, 400 | 403 | 413 | 415> = {
  'content-type': 415,
  'signature-missing': 400,
  'signature-malformed': 400,
  signature: 403,
  'unknown-community': 403,
  'unknown-publisher': 403,
  'too-large': 413,
  malformed: 400,
};

export interface IntakeOptions extends Gate {
  readonly db: DatabaseSync;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly allowFutureDays: number;
}

export interface Receipt {
  readonly accepted: number;
  readonly duplicates: number;
  readonly refused: readonly EventRefusal[];
}

/** `POST /v1/events`. What it answers with 202 is committed: events, counters and refusals in one transaction. */
export function createIntake({
  db,
  clock,
  allowFutureDays,
  ...gate
}: IntakeOptions): (request: Request) => Promise<Response> {
  const events = createEventStore(db);
  const refusals = createRefusalStore(db);

  return async (request) => {
    const opened = await openRequest(request, gate);
    const now = clock();
    const today = dayOf(now);
    if ('code' in opened) {
      refusals.add(today, opened.community, opened.code);
      return problem(STATUS[opened.code], opened.code, opened.detail);
    }
    const bounds = { community: opened.community, lastDay: dayOf(now + allowFutureDays * DAY_MS) };
    const receipt = transaction(db, (): Receipt => {
      const refused: EventRefusal[] = [];
      let accepted = 0;
      let duplicates = 0;
      opened.events.forEach((input, index) => {
        const judged = judgeEvent(input, bounds);
        if ('code' in judged) refused.push({ index, ...judged });
        else if (events.add(judged, opened.publisher)) accepted += 1;
        else duplicates += 1;
      });
      for (const { code } of refused) refusals.add(today, opened.community, code);
      return { accepted, duplicates, refused };
    });
    return Response.json(receipt, { status: 202 });
  };
}
