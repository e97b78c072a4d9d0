import { readFileSync } from 'node:fs';
import { discourseMember } from './discourse-member.mjs';
import { discourseRemoved } from './discourse-removed.mjs';

const { memberOf, isModerator } = discourseMember({
  // Discourse itself, without the web server in front of it.
  discourse: 'http://127.0.0.1:8080',
  host: 'forum.example',
  verifiedGroup: 'verified-hcp',
});

/** Asked before `/pq/` is: the webhook of a deleted post, at `/pq/discourse`. */
export const handle = discourseRemoved({
  secret: readFileSync(new URL('./webhook.secret', import.meta.url), 'utf8').trim(),
});

export default {
  origin: 'https://forum.example',
  name: 'Grand Round',
  country: 'US',
  readers: 'mixed',
  dataDir: '/var/lib/pullquote',
  compose: '/',
  publishers: JSON.parse(readFileSync(new URL('./publishers.json', import.meta.url), 'utf8')),
  member: memberOf,
  isModerator,
};
