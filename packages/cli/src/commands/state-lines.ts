import { relative } from 'node:path';
import type { StateResult } from '../suspend.js';
import { COMMUNITY_POLL_MINUTES } from '../withdraw.js';

/** What a change of state says to the person who made it. */
export function stateLines(done: string, { changed, folder }: StateResult, last: readonly string[]): string[] {
  return [
    ...changed.map(
      ({ name, version, state, url }) => `${done} ${name} version ${version}, ${url}. It is ${state} now.`,
    ),
    '',
    folder === undefined
      ? 'Nothing is published yet; the next "pullquote publish" says so.'
      : `Host ${relative('.', folder) || '.'} again now. Communities ask about every ${COMMUNITY_POLL_MINUTES} minutes.`,
    ...last,
  ];
}
