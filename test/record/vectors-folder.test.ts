import { openTombstone, parsePublisherFolder, recordPath, STATUS_PATH, tombstonePath } from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import { changed, folderVectors } from '../support/folder-vectors.js';
import { codeOf } from './fixtures.js';

const { descriptors, paths, tombstones } = folderVectors;

describe('descriptor vectors', () => {
  it('names every file by its digest', () => {
    expect(recordPath(paths.digest)).toBe(paths.record);
    expect(tombstonePath(paths.digest)).toBe(paths.tombstone);
    expect(STATUS_PATH).toBe(paths.status);
  });

  it.each(descriptors.valid)('$name', ({ folder, means }) => {
    expect(parsePublisherFolder(folder)).toEqual(means);
  });

  it.each(descriptors.invalid)('refuses $name, and says where', ({ code, ...change }) => {
    expect(() => parsePublisherFolder(changed(change))).toThrow(
      expect.objectContaining({ code, issues: [expect.stringContaining(change.field)] }),
    );
  });

  it.each(descriptors.crossed)('leaves $name to whoever reads the whole', (change) => {
    expect(() => parsePublisherFolder(changed(change))).not.toThrow();
  });
});

describe('tombstone vectors', () => {
  it.each(tombstones.valid)('$name', async ({ jws, tombstone }) => {
    expect(await openTombstone(jws, tombstones.jwks)).toEqual(tombstone);
  });

  it.each(tombstones.invalid)('refuses $name', async ({ jws, code }) => {
    expect(await codeOf(() => openTombstone(jws, tombstones.jwks))).toBe(code);
  });

  it.each(tombstones.strangers)('opens that of $name: its place is for its reader to judge', async ({ jws }) => {
    expect(await openTombstone(jws, tombstones.jwks)).toHaveProperty('reason');
  });
});
