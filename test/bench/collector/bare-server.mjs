// What the collector is measured against: node:http and node:sqlite, and nothing else that could be left out. A request is
// parsed, stored in one durable transaction, each event once by its id, and answered. With `verify`, the ES256 signature of the
// batch is checked first, by node:crypto.
import { createPublicKey, verify } from 'node:crypto';
import { createServer } from 'node:http';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';

const { dataFile, keys } = JSON.parse(process.argv[2]);
const db = new DatabaseSync(dataFile);
db.exec(`
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE events (
    source TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, subject TEXT NOT NULL, version INTEGER NOT NULL,
    country TEXT NOT NULL, depth INTEGER NOT NULL, day TEXT NOT NULL, PRIMARY KEY (source, id)
  ) STRICT, WITHOUT ROWID;
`);
const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
const known = new Map(keys?.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]));

function isSigned(header, body) {
  const [head, , signature] = header.split('.');
  const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString());
  const input = Buffer.from(`${head}.${body.toString('base64url')}`);
  const key = { key: known.get(kid), dsaEncoding: 'ieee-p1363' };
  return verify('sha256', input, key, Buffer.from(signature, 'base64url'));
}

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    if (keys && !isSigned(request.headers['pullquote-signature'], body)) return void response.writeHead(403).end();
    let accepted = 0;
    db.exec('BEGIN IMMEDIATE');
    for (const { source, id, type, subject, data } of JSON.parse(body.toString()))
      accepted += Number(
        insert.run(source, id, type, subject, data.version, data.country, data.depth, data.day).changes,
      );
    db.exec('COMMIT');
    response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify({ accepted }));
  });
}).listen(0, '127.0.0.1', function () {
  process.send({ port: this.address().port });
});
process.on('message', () => process.send({ rss: process.memoryUsage.rss(), cpu: process.cpuUsage() }));
