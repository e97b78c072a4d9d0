import { FOLDER_PATH, parsePublisherFolder } from '@pullquote/record';
import { CommunityError } from '../errors.js';
import { decidePin } from './pin.js';
import type { Visit } from './visit.js';

const LIMIT = 8 * 1024 * 1024;

/**
 * Reads the publisher's descriptor and pins its keys. When only the keys are refused its catalogue is still worked
 * through, under the pinned keys: an old key's recall must arrive.
 * @returns false when it could not be read, or nothing may be taken under it
 */
export async function readDescriptor(visit: Visit): Promise<'updated' | 'unchanged' | 'failed'> {
  let outcome: 'updated' | 'unchanged' | 'failed' = 'failed';
  await visit.attempt('descriptor', async () => {
    const got = await visit.get(FOLDER_PATH, LIMIT, visit.folderEtag);
    if (got.changed) {
      visit.folder = parsePublisherFolder(parseJson(got.text));
      visit.folderEtag = got.etag;
    }
    const { folder, origin, thumbprints, settings, stores } = visit;
    if (!folder) return;
    stores.publishers.setPin(origin, await decidePin(folder, origin, stores.publishers.pin(origin), thumbprints));
    stores.publishers.reached(origin, settings.clock.now());
    outcome = got.changed ? 'updated' : 'unchanged';
  });
  return outcome;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommunityError('malformed', `${FOLDER_PATH}: is not JSON.`);
  }
}
