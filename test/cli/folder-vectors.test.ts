import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { verifyFolder, type Check } from 'pullquote';
import { describe, expect, it } from 'vitest';
import { changed, folderVectors } from '../support/folder-vectors.js';
import { scratch } from './project.js';

const { descriptors, origin, paths, tombstones } = folderVectors;
const [sound] = descriptors.valid;

/** What verify says of a folder with this descriptor, and with this tombstone if any. */
async function verified(descriptor: unknown, tombstone?: string): Promise<readonly Check[]> {
  const folder = await scratch();
  const write = async (path: string, text: string) => {
    const file = join(folder, ...path.split('/'));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  await write('/.well-known/pullquote.json', JSON.stringify(descriptor));
  if (tombstone !== undefined) await write(paths.tombstone, tombstone);
  return (await verifyFolder(folder, { origin })).checks;
}

describe('verify runs the vectors of the publisher folder', () => {
  it.each(descriptors.valid)('takes a descriptor $name', async ({ folder }) => {
    expect((await verified(folder))[0]).toMatchObject({ what: 'descriptor', ok: true });
  });

  it.each([...descriptors.invalid, ...descriptors.crossed])('refuses $name, and says where', async (change) => {
    const checks = await verified(changed(change));
    expect(checks).toEqual([expect.objectContaining({ what: 'descriptor', ok: false })]);
    expect(checks[0]?.detail).toContain(change.field);
  });

  const buried = async (jws: string) => {
    const checks = await verified({ ...sound?.means, catalogue: [tombstones.entry] }, jws);
    return checks.find(({ what }) => what === 'tombstone');
  };

  it.each(tombstones.valid)('takes a tombstone $name', async ({ jws, tombstone }) => {
    expect(await buried(jws)).toMatchObject({ ok: true, detail: `withdrawn: ${tombstone.reason}` });
  });

  it.each(tombstones.invalid)('refuses a tombstone with $name', async ({ jws }) => {
    expect(await buried(jws)).toMatchObject({ ok: false });
  });

  it.each(tombstones.strangers)('refuses a sound tombstone of $name', async ({ jws, field }) => {
    expect(await buried(jws)).toMatchObject({ ok: false, detail: expect.stringMatching(new RegExp(`^${field}: is `)) });
  });
});
