import type { Lists } from '../store/lists.js';
import { problem } from './problem.js';
import { age } from './records.js';
import { tagged } from './tagged.js';

const CORP = { 'cross-origin-resource-policy': 'same-origin' };

/** `GET /pq/status?uri=`: the last good list, even an expired one: its age is for the browser to judge. */
export function statusList(request: Request, lists: Lists, now: number): Response {
  const uri = new URL(request.url).searchParams.get('uri');
  if (uri === null || uri === '')
    return problem(400, 'malformed', "uri: is missing. Give the status list's URL as the record names it.");
  const held = lists.byUri(uri);
  if (!held)
    return problem(503, 'no-status-list', 'No status list of a listed publisher is held under this URL yet.', CORP);
  return tagged(request, held.token, {
    'content-type': 'application/statuslist+jwt',
    'cache-control': 'private, no-cache',
    ...CORP,
    ...age(held.checked, now),
  });
}
