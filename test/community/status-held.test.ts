import { parseEvent } from '@pullquote/events';
import type { CommunityConfig } from '@pullquote/community';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { bench, type Bench } from './setup.js';
import { seconds } from './publisher.js';

const DAY = 86_400_000;
const nextAt = (made: Bench) => made.rows<{ next_at: number }>('SELECT next_at FROM status_told')[0]?.next_at;

/** Starts it anew, so that its timer runs at once, and waits for what it brings. */
async function ticked(made: Bench, changes: Partial<CommunityConfig> = {}): Promise<void> {
  await made.open(changes);
  made.community.start();
  await wait(60);
  await made.community.release(); // In turn behind the tick: whatever that did is done.
}

describe('the status list that is held', () => {
  it('is told once a day, at a minute that was drawn the day before', async () => {
    const made = await bench();
    await ticked(made);
    const first = nextAt(made) ?? NaN;
    expect(first).toBeGreaterThanOrEqual(Date.UTC(2026, 10, 19));
    expect(first).toBeLessThan(Date.UTC(2026, 10, 20));
    made.clock.real = first - 1;
    await ticked(made);
    expect(made.sent).toEqual([]);
    expect(nextAt(made)).toBe(first);

    made.clock.real = first;
    await ticked(made);
    await ticked(made);
    const events = made.events();
    expect(events.map(parseEvent)).toEqual(events);
    expect(events).toMatchObject([
      {
        type: 'org.pullquote.status-held.v1',
        subject: made.publisher.statusUri,
        data: { day: '2026-11-19', iat: seconds() - 60 },
      },
    ]);
    expect(Object.keys(events[0]?.data ?? {}).sort()).toEqual(['day', 'iat']);
    expect(nextAt(made)).toBeGreaterThanOrEqual(Date.UTC(2026, 10, 20));
    expect(made.community.report()).toMatchObject({ sent: [], crowds: [] });
  });

  it('is told once after a week of silence, with the list that is held then', async () => {
    const made = await bench();
    await ticked(made);
    made.clock.real += 7 * DAY;
    made.publisher.iat += 7 * 86_400;
    made.publisher.exp += 7 * 86_400;
    await made.open();
    await made.community.refresh();
    await ticked(made);
    expect(made.events()).toMatchObject([{ data: { day: '2026-11-25', iat: seconds() - 60 + 7 * 86_400 } }]);
  });

  it.each<[string, Partial<CommunityConfig>, (made: Bench) => void]>([
    ['where nothing is counted', { count: 'none' }, () => undefined],
    ['to a muted publisher', {}, (made) => made.community.mute('https://publisher.example', true)],
    ['to a publisher that is not listed', { publishers: [] }, () => undefined],
  ])('is not told %s', async (_, changes, before) => {
    const made = await bench();
    await ticked(made);
    before(made);
    made.clock.real += 3 * DAY;
    await ticked(made, changes);
    expect(made.sent).toEqual([]);
  });
});
