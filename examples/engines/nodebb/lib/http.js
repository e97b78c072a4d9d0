'use strict';

const { Readable } = require('node:stream');

/** Whose each Web request is. Weak: it ends with the request. */
const uids = new WeakMap();

/** Express's request → the Web's. `url` is NodeBB's own address: what a Host header says is not trusted. */
function toWebRequest(req, url) {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers))
    if (value !== undefined && name !== 'content-length') headers.set(name, String(value));
  const request = new Request(new URL(req.originalUrl, url), { method: req.method, headers, ...bodyOf(req) });
  uids.set(request, Number(req.uid));
  return request;
}

/** NodeBB's body parser runs before every plugin: what it has read as JSON is written out again. */
function bodyOf(req) {
  if (req.method === 'GET' || req.method === 'HEAD') return {};
  if (req.body !== undefined && req.readableEnded) return { body: JSON.stringify(req.body) };
  return { body: Readable.toWeb(req), duplex: 'half' };
}

/** The member's number in NodeBB; NaN where nobody is signed in. */
toWebRequest.uidOf = (request) => uids.get(request) ?? NaN;

async function sendWebResponse(response, res) {
  res.status(response.status);
  for (const [name, value] of response.headers) res.setHeader(name, value);
  res.end(Buffer.from(await response.arrayBuffer()));
}

module.exports = { toWebRequest, sendWebResponse };
