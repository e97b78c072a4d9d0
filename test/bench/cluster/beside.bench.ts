import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadDemo } from '../../../packages/collector/src/demo/load.js';
import { moveStore } from '../../../packages/collector/src/move/move-store.js';
import { parseQuery } from '../../../packages/collector/src/report/query.js';
import { makeReport, REPORT_NAMES } from '../../../packages/collector/src/report/reports.js';
import { openStore } from '../../../packages/collector/src/store/open.js';
import { openSqliteStore } from '../../../packages/collector/src/store/sqlite/sqlite-store.js';
import type { Store } from '../../../packages/collector/src/store/store.js';
import { tempFolder } from '../../collector/setup.js';
import { withServers } from '../../support/servers/with-servers.js';

// Every report over the same made-up year in one file and in ClickHouse, where `migrate` has brought it: median and worst of some runs.
//   npm run bench:cluster -- beside
//   EVENTS=50000000 npm run bench:cluster -- beside              takes an hour
//   FILE=reports.sqlite npm run bench:cluster -- beside          of a file that `npm run bench:reports -- --file` made
const EVENTS = Number(process.env['EVENTS'] ?? 500_000);
const RUNS = 9;
const PUBLISHER = { origin: 'https://publisher.example', name: 'A publisher' };
const NOW = Date.UTC(2026, 10, 23, 12);
const QUESTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  all: {},
  'some days': { from: '2026-03-04', to: '2026-06-19' },
  item: { item: 'urn:pullquote:publisher.example:statin-interactions' },
  community: { community: 'https://roundtable.example' },
};

// On the disk: fifty million events and what is merged of them are more than a machine's memory.
it(`reports from one file and from servers`, () =>
  withServers(
    async (addresses) => {
      const file = process.env['FILE'] ?? join(tempFolder(), 'collector.sqlite');
      if (!existsSync(file)) await make(file);
      const servers = { ...addresses, name: 'bench', logBytes: 2 ** 30, mostWaiting: 500_000 };
      const begun = performance.now();
      let said = 0;
      const moved = await moveStore(file, servers, ({ done, of }) => {
        if (done - said < of / 20) return;
        said = done;
        console.log(`${done} of ${of} moved after ${seconds(begun)} s`);
      });
      console.log(`${moved.events} events and ${moved.counters} counters moved and compared in ${seconds(begun)} s\n`);
      const [embedded, shared] = [await openSqliteStore({ file }), await openStore({ store: servers })];
      const lines = [`${'median (worst) ms'.padEnd(26)}${'one file'.padEnd(18)}servers`];
      for (const name of REPORT_NAMES)
        for (const [asked, question] of Object.entries(QUESTIONS)) {
          const [mine, theirs] = [await ask(embedded, name, question), await ask(shared, name, question)];
          expect(theirs.answer).toBe(mine.answer);
          lines.push(`${name}, ${asked}`.padEnd(26) + mine.words.padEnd(18) + theirs.words);
        }
      console.log(lines.join('\n'));
      await Promise.all([embedded, shared].map((store) => store.close()));
    },
    1,
    'disk',
  ));

async function make(file: string): Promise<void> {
  const store = await openSqliteStore({ file });
  await loadDemo(store, { events: EVENTS, seed: 'bench', until: '2026-11-22', publisher: PUBLISHER.origin }, () => NOW);
  await store.close();
}

async function ask(store: Store, name: (typeof REPORT_NAMES)[number], question: Readonly<Record<string, string>>) {
  const source = { store, titles: {}, clock: () => NOW, alone: true };
  const times: number[] = [];
  let answer = '';
  for (let run = 0; run < RUNS; run++) {
    const begun = performance.now();
    answer = JSON.stringify(await makeReport(name, source, PUBLISHER, parseQuery(question)));
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return { answer, words: `${times[RUNS >> 1]?.toFixed(1) ?? ''} (${times.at(-1)?.toFixed(0) ?? ''})` };
}

const seconds = (since: number) => Math.round((performance.now() - since) / 1_000);
