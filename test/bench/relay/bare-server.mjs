// The yardstick: what one would write with nothing but Node. It parses, inserts each fact under its id, syncs, answers. It checks
// nothing and keeps no member. What waits when a turn of the event loop ends goes into one transaction, as in the relay.
import { createServer } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';

const [dataDir, port] = process.argv.slice(2);
const db = new DatabaseSync(join(dataDir, 'bare.sqlite'));
// As durable as the relay, and with its page cache and its log's size.
db.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8192;',
);
db.exec(`CREATE TABLE fact (id TEXT PRIMARY KEY, fact TEXT, item TEXT, version INTEGER, depth INTEGER) WITHOUT ROWID`);
const insert = db.prepare('INSERT OR IGNORE INTO fact VALUES (?, ?, ?, ?, ?)');

let waiting = [];

function commit() {
  const requests = waiting;
  waiting = [];
  db.exec('BEGIN IMMEDIATE');
  for (const request of requests)
    for (const { id, fact, item, version, depth = null } of request.facts)
      request.accepted += Number(insert.run(id, fact, item, version, depth).changes);
  db.exec('COMMIT');
  for (const { response, accepted, facts } of requests) {
    const body = JSON.stringify({ accepted, duplicates: facts.length - accepted, refused: [] });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
  }
}

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    if (waiting.length === 0) setImmediate(commit);
    waiting.push({ response, facts: JSON.parse(Buffer.concat(chunks).toString()), accepted: 0 });
  });
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'));
