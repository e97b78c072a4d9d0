import { dayOf } from '@pullquote/events';
import { CollectorError } from '../errors.js';
import type { Log } from '../log.js';
import { problem } from '../problem.js';
import type { StoreRefusal } from '../store/batch-intake.js';
import type { Store } from '../store/store.js';
import { Admission, MOST_INSIDE } from './admission.js';
import { judgeBatch } from './judge-batch.js';
import { KnownGood } from './known-good.js';
import { openRequest, type Gate, type OpenedBatch } from './open-request.js';
import type { BatchCode, EventRefusal } from './refusal.js';

const DAY_MS = 86_400_000;
/** Seconds. A full queue is empty again soon; a full disk is not. */
const BUSY_RETRY = '2';
const BEHIND_RETRY = '10';
const FAILED_RETRY = '60';

const STATUS: Record<BatchCode, 400 | 403 | 408 | 413 | 415> = {
  'content-type': 415,
  'signature-missing': 400,
  'signature-malformed': 400,
  signature: 403,
  'unknown-community': 403,
  'unknown-publisher': 403,
  'too-large': 413,
  'too-slow': 408,
  malformed: 400,
};

const STORE_REFUSALS: Record<StoreRefusal, string> = {
  'id-reused': 'id: this community has sent another event with this id. Give every event an id of its own.',
  'figure-redrawn': 'data: a figure for this item, fact and week has come before. A crowd is drawn once.',
  'too-old': 'data: events of this day or week are kept here no more, so a second copy could not be told from a first.',
};

export interface IntakeOptions extends Gate {
  readonly store: Pick<Store, 'intake' | 'refusals'>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly allowFutureDays: number;
  readonly log: Log;
  readonly mostInside?: number | undefined;
  /** Whose number of batches inside is read from elsewhere too. */
  readonly admission?: Admission | undefined;
  /** Told of every batch that was stored. */
  readonly onStored?: ((receipt: Receipt) => void) | undefined;
}

export interface Receipt {
  readonly accepted: number;
  readonly duplicates: number;
  readonly refused: readonly EventRefusal[];
}

/** `POST /v1/events`. What it answers with 202 is on disk: events, counters and refusals together. */
export function createIntake({
  store,
  clock,
  allowFutureDays,
  log,
  mostInside = MOST_INSIDE,
  admission = new Admission(mostInside),
  onStored,
  ...gate
}: IntakeOptions): (request: Request) => Promise<Response> {
  const good = new KnownGood();
  let failure: string | undefined;

  async function take(request: Request): Promise<Response> {
    const opened = await openRequest(request, gate);
    if (!('code' in opened)) return Response.json(await keep(opened), { status: 202 });
    const { code, detail, community, publisher } = opened;
    await store.refusals.add({ day: dayOf(clock()), publisher, community, code, n: 1 });
    return problem(STATUS[code], code, detail);
  }

  async function keep({ community, publisher, events }: OpenedBatch): Promise<Receipt> {
    const now = clock();
    const { batch, refused } = judgeBatch(events, { community, lastDay: dayOf(now + allowFutureDays * DAY_MS) }, good);
    const stored = await store.intake.add({
      ...batch,
      publisher,
      community,
      refused: countBy(refused.map(({ code }) => code)),
      today: dayOf(now),
    });
    failure = undefined;
    const late = stored.refused.map(({ index, code }) => ({ index, code, detail: STORE_REFUSALS[code] }));
    const receipt = {
      accepted: stored.accepted,
      duplicates: stored.duplicates,
      refused: [...refused, ...late].sort((a, b) => a.index - b.index),
    };
    onStored?.(receipt);
    return receipt;
  }

  /** The store says what is wrong with it in words for the operator; the sender learns that it can come again. */
  function failed({ code, message }: CollectorError): Response {
    if (message !== failure) log.error({ name: code, frames: [] }, `Batches are not taken in: ${message}`);
    failure = message;
    return problem(
      503,
      code,
      'The collector cannot store batches now. Nothing of this one was stored. Send it again later.',
      {
        'retry-after': FAILED_RETRY,
      },
    );
  }

  /** What was taken in before has to be counted first. */
  function behind({ message }: CollectorError): Response {
    if (message !== failure) log.error({ name: 'busy', frames: [] }, `Batches are put off: ${message}`);
    failure = message;
    return problem(
      429,
      'busy',
      'Too many events wait to be counted. Nothing of this one was stored. Send it again later.',
      {
        'retry-after': BEHIND_RETRY,
      },
    );
  }

  return async (request) => {
    try {
      const answer = await admission.admit(() => take(request));
      if (answer) return answer;
      await request.body?.cancel().catch(() => undefined);
      return problem(429, 'busy', 'Too many batches at once. Nothing of this one was stored. Send it again later.', {
        'retry-after': BUSY_RETRY,
      });
    } catch (error) {
      if (error instanceof CollectorError && error.code === 'busy') return behind(error);
      if (error instanceof CollectorError && (error.code === 'store' || error.code === 'clock')) return failed(error);
      throw error;
    }
  };
}

function countBy(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
