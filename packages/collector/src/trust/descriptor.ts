import { communityFileSchema, type CommunityFile } from '@pullquote/record';
import * as v from 'valibot';
import { CollectorError } from '../errors.js';

/** What `/pq/community.json` holds, judged. @throws CollectorError `trust` that names the field */
export function parseDescriptor(input: unknown): CommunityFile {
  const result = v.safeParse(communityFileSchema, input, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    throw new CollectorError(
      'trust',
      `community.json, ${v.getDotPath(issue) ?? '(top level)'}: ${issue.input === undefined ? 'is missing' : 'is not what the format allows'}.`,
    );
  }
  const { keys } = result.output.jwks;
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length)
    throw new CollectorError('trust', 'community.json, jwks.keys: two keys carry the same kid.');
  return result.output;
}
