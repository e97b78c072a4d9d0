// A process that asks: so many connections at once, each of which sends its next batch when the last was answered. The requests
// are whole before the clock starts, and answers are read only as far as it takes, so that this is the lesser part of the work.
import { Buffer } from 'node:buffer';
import { randomBytes, randomInt } from 'node:crypto';
import { connect } from 'node:net';
import process from 'node:process';

const DOCTORS = 20_000;
const PRIVATE = [
  'viewed',
  'label-expanded',
  'pi-opened',
  'source-opened',
  'citation-opened',
  'room.cardiology',
  'copied',
];

/** What Chromium sends with a fetch() of our page, and who asks. */
const headers = (port, doctor, length) =>
  [
    'POST /pq/facts HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Connection: keep-alive',
    `Content-Length: ${length}`,
    'sec-ch-ua-platform: "Linux"',
    'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    'sec-ch-ua: "Chromium";v="156"',
    'Content-Type: application/json',
    'sec-ch-ua-mobile: ?0',
    'Accept: */*',
    `Origin: http://127.0.0.1:${port}`,
    'Sec-Fetch-Site: same-origin',
    'Sec-Fetch-Mode: cors',
    'Sec-Fetch-Dest: empty',
    'Accept-Encoding: gzip, deflate, br, zstd',
    'Accept-Language: en-GB,en;q=0.9',
    `X-Doctor: doctor-${doctor}`,
    '\r\n',
  ].join('\r\n');

/** An evening of one doctor: ten to twenty facts, unless ordered otherwise, about a few of the items, now and then a post among them. */
function batch(items, [least, most]) {
  const first = randomInt(items.length);
  return Array.from({ length: randomInt(least, most + 1) }, (_, i) => ({
    id: randomBytes(16).toString('base64url').slice(0, 21),
    item: items[(first + Math.floor(i / PRIVATE.length)) % items.length],
    version: 1,
    ...(i === 0 && randomInt(4) === 0 ? { fact: 'shared', depth: 1 } : { fact: PRIVATE[i % PRIVATE.length] }),
  }));
}

function makeRequests(port, items, count, size) {
  let facts = 0;
  const requests = Array.from({ length: count }, () => {
    const made = batch(items, size);
    facts += made.length;
    const body = JSON.stringify(made);
    return Buffer.from(headers(port, randomInt(DOCTORS), body.length) + body);
  });
  return { requests, facts };
}

/** One connection: sends what `next` gives, until there is nothing more; `took` is told of the milliseconds. @returns facts that were accepted */
function talk(port, next, took) {
  return new Promise((resolve, reject) => {
    let [accepted, text, sent] = [0, '', 0];
    const socket = connect(port, '127.0.0.1');
    const send = () => {
      const request = next();
      sent = performance.now();
      if (request) socket.write(request);
      else socket.end(() => resolve(accepted));
    };
    socket.setNoDelay(true);
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      const end = text.indexOf('\r\n\r\n') + 4;
      if (end < 4 || text.length < end + Number(/content-length: (\d+)/i.exec(text)?.[1])) return;
      if (!text.startsWith('HTTP/1.1 200')) return void reject(new Error(text.slice(0, 400)));
      took(performance.now() - sent);
      accepted += Number(/"accepted":(\d+)/.exec(text.slice(end))?.[1]);
      text = '';
      send();
    });
  });
}

async function run({ port, items, requests: count, connections, size = [10, 20] }) {
  const { requests, facts } = makeRequests(port, items, count, size);
  let at = 0;
  const next = () => requests[at++];
  const latencies = [];
  const took = (ms) => latencies.push(ms);
  const cpu = process.threadCpuUsage();
  const started = performance.now();
  const accepted = await Promise.all(Array.from({ length: connections }, () => talk(port, next, took)));
  const ms = performance.now() - started;
  const { user, system } = process.threadCpuUsage(cpu);
  return { ms, facts, accepted: accepted.reduce((sum, n) => sum + n, 0), latencies, cpu: user + system };
}

process.on('message', (order) => {
  run(order).then(
    (result) => process.send(result),
    (error) => process.send({ error: String(error) }),
  );
});
