/**
 * `npm run bench:reports`: every report over five million events, with and without filters; median and worst of some runs, and how they
 * compare to reading the raw events once. Fails when a report is slower than its budget. `--events N` for fewer.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { loadDemo } from '../../packages/collector/dist/demo/load.js';
import { parseQuery } from '../../packages/collector/dist/report/query.js';
import { makeReport, REPORT_NAMES } from '../../packages/collector/dist/report/reports.js';
import { openSqliteStore } from '../../packages/collector/dist/store/sqlite/sqlite-store.js';

const BUDGET_MS = 50;
const RUNS = 15;
const PUBLISHER = { origin: 'https://publisher.example', name: 'A publisher' };
const UNTIL = '2026-11-22';
const NOW = Date.UTC(2026, 10, 23, 12);
const option = (name) => process.argv[process.argv.indexOf(name) + 1];
const events = process.argv.includes('--events') ? Number(option('--events')) : 5_000_000;
const kept = process.argv.includes('--file') ? option('--file') : undefined;

const QUESTIONS = {
  all: {},
  'some days': { from: '2026-03-04', to: '2026-06-19' },
  item: { item: 'urn:pullquote:publisher.example:statin-interactions' },
  community: { community: 'https://roundtable.example' },
};

const folder = mkdtempSync(join(tmpdir(), 'pullquote-bench-'));
const file = kept ?? join(folder, 'reports.sqlite');
try {
  const isNew = !existsSync(file);
  const store = await openSqliteStore({ file });
  if (isNew) {
    const began = performance.now();
    const options = { events, seed: 'bench', until: UNTIL, publisher: PUBLISHER.origin };
    const loaded = await loadDemo(store, options, () => NOW);
    console.log(`${loaded.events} events made and stored in ${Math.round((performance.now() - began) / 1_000)} s`);
  }
  const source = { store, titles: {}, clock: () => NOW, alone: true };
  const scan = scanOf(file);
  console.log(`one scan of the raw events: ${Math.round(scan.ms)} ms for ${scan.rows}\n`);
  console.log(['report', ...Object.keys(QUESTIONS)].map((head, i) => head.padEnd(i === 0 ? 16 : 19)).join(''));

  let worst = { ms: 0, what: '' };
  for (const name of REPORT_NAMES) {
    const cells = [];
    for (const [asked, question] of Object.entries(QUESTIONS)) {
      const times = [];
      for (let run = 0; run < RUNS; run++) {
        const began = performance.now();
        JSON.stringify(await makeReport(name, source, PUBLISHER, parseQuery(question)));
        times.push(performance.now() - began);
      }
      times.sort((a, b) => a - b);
      const median = times[Math.floor(RUNS / 2)];
      if (median > worst.ms) worst = { ms: median, what: `${name}, ${asked}` };
      cells.push(`${median.toFixed(1)} (${times.at(-1).toFixed(1)}) ms`.padEnd(19));
    }
    console.log(name.padEnd(16) + cells.join(''));
  }
  const ratio = scan.ms / worst.ms;
  console.log(
    `\nslowest: ${worst.what}, ${worst.ms.toFixed(1)} ms of ${BUDGET_MS}; a scan takes ${ratio.toFixed(0)} times that`,
  );
  if (worst.ms > BUDGET_MS) process.exitCode = 1;
  await store.close();
} finally {
  rmSync(folder, { recursive: true });
}

/** What a report would cost that asks the events: one sum over all of them. */
function scanOf(path) {
  const db = new DatabaseSync(path, { readOnly: true });
  const began = performance.now();
  const rows = db.prepare('SELECT item, day, type, count(*) AS n FROM events WHERE type <= 3 GROUP BY 1, 2, 3').all();
  const ms = performance.now() - began;
  db.close();
  return { ms, rows: rows.reduce((sum, { n }) => sum + n, 0) };
}
