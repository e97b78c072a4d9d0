import { createHmac, timingSafeEqual } from 'node:crypto';

const MAX_BYTES = 1_000_000;
const LINK = /https?:\/\/[^\s"'<>()[\]\\]+#pq=v[1-9]\d{0,6};h=[A-Za-z0-9_-]{22}(?:;[xdl]=[A-Za-z0-9-]{1,32})*/;

/**
 * Takes Discourse's webhook of a deleted post (`X-Discourse-Event: post_destroyed`): its event is taken back if its day has not left
 * yet. Discourse signs the body with the webhook's secret, and what is not signed so says nothing here. Of the post, the author's
 * number, the item's link and the day are read, and nothing is kept.
 */
export function discourseRemoved({ secret, path = '/pq/discourse' }) {
  if (!(secret?.length >= 32))
    throw new Error('secret: must be 32 or more characters. Make one: openssl rand -base64 48');

  /** Says nothing to any other path. */
  return async (request, community) => {
    if (new URL(request.url).pathname !== path) return undefined;
    if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'POST' } });
    if (Number(request.headers.get('content-length')) > MAX_BYTES) return new Response(null, { status: 413 });
    const body = Buffer.from(await request.arrayBuffer());
    if (!isSigned(body, request.headers.get('x-discourse-event-signature'), secret))
      return new Response('The signature does not hold. Is the secret the one of this webhook?', { status: 403 });
    // Discourse asks with a ping first, and tells whatever else was ticked: both are heard and mean nothing.
    if (request.headers.get('x-discourse-event') !== 'post_destroyed') return new Response(null, { status: 204 });
    const removed = removedPost(body);
    if (removed) community.removed(removed);
    return new Response(null, { status: 204 });
  };
}

/** What Discourse says of the post → whose it was, which item it held, and when; undefined where it held none. */
function removedPost(body) {
  const { post } = JSON.parse(body.toString('utf8'));
  const [link] = LINK.exec(String(post?.raw ?? '').replaceAll('&amp;', '&')) ?? [];
  if (!link || !Number.isSafeInteger(post.user_id) || post.user_id <= 0) return undefined;
  return { member: String(post.user_id), link, day: String(post.created_at).slice(0, 10) };
}

function isSigned(body, header, secret) {
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
  const given = Buffer.from(header ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
