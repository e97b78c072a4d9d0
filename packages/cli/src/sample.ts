import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { initProject } from './init.js';
import { publishFolder } from './publish.js';
import { refreshStatus } from './refresh.js';
import { signItem } from './sign-item.js';

/** A publisher that exists for as long as a program runs: keys, one signed item, and the folder that communities read. */
export interface SamplePublisher {
  readonly name: string;
  /** Address of its one item. */
  readonly item: string;
  /** The published folder: what stands in it is served below the origin. */
  readonly folder: string;
  /** Renews the status list; call it well within a day. */
  refresh(): Promise<void>;
  remove(): Promise<void>;
}

const NAME = 'Sample Press';
const PATH = '/reading-a-source-label';

/** About nothing that anybody could prescribe, from nobody who sells anything, for every reader: it only shows what a card is. */
const ITEM = {
  schema: 'pullquote/1',
  id: 'urn:uuid:0b4c7a52-1f0e-4d0b-9c50-6f6f2c1a7e10',
  version: 1,
  language: 'en',
  canonicalUrl: PATH,
  title: 'How to read a source label',
  summary: 'One page on what stands on a shared item, and what was checked before you saw it.',
  contentType: 'practice-management',
  promotionalStatus: 'non-promotional',
  labelStatus: 'no-product',
  audience: { roles: ['healthcare professionals'], countries: ['AU', 'CA', 'DE', 'ES', 'FR', 'GB', 'IE', 'IT', 'US'] },
  parties: [{ role: 'publisher', name: NAME }],
  involvement: {
    en: `Written and paid for by ${NAME}, an invented publisher for trying Pullquote. No company was involved.`,
  },
  excerpts: [
    {
      id: 'e1',
      text: 'Read whose content it is first, then in what role they are named, and only then the passage itself.',
      citations: [1],
    },
  ],
  citations: [{ n: 1, text: `${NAME}. How to read a source label. First section.` }],
  reuse: { requireVerifiedHcp: false, quote: 'approved-only', download: true, print: true, reshare: true },
};

/** @throws CliError where the item does not pass its own rules */
export async function createSample(origin: string): Promise<SamplePublisher> {
  const root = await mkdtemp(join(tmpdir(), 'pullquote-sample-'));
  const remove = () => rm(root, { recursive: true, force: true });
  try {
    // The keys lie in their files as they are, and go with the folder: they vouch for nothing but this.
    const { project } = await initProject(root, { name: NAME, origin });
    await writeFile(join(project.paths.items, 'sample.yaml'), stringify(ITEM));
    await signItem(project, 'sample');
    const { folder } = await publishFolder(project);
    return {
      name: NAME,
      item: origin + PATH,
      folder,
      refresh: async () => void (await refreshStatus(project)),
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
