import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const PAGES = [
  'SECURITY.md',
  'docs/communities/data-protection.md',
  'docs/communities/frameworks.md',
  'docs/communities/single-file.md',
  'docs/developers/versioning.md',
  'docs/developers/privacy-model.md',
  'docs/developers/threat-model.md',
  'docs/doctors/README.md',
  'docs/doctors/what-is-sent.md',
];

/** A heading as it is linked to. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

describe.each(PAGES)('%s', (page) => {
  it('links to files and headings that exist', async () => {
    const text = await readFile(new URL(page, ROOT), 'utf8');
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links.filter((link) => !/^https?:/.test(link))) {
      const url = new URL(link, new URL(page, ROOT));
      const [anchor, file] = [decodeURIComponent(url.hash.slice(1)), new URL(url.pathname, ROOT)];
      expect(existsSync(file), `${page}: ${link}`).toBe(true);
      if (anchor === '') continue;
      const headings = [...(await readFile(file, 'utf8')).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
      expect(headings.map(anchorOf), `${page}: ${link}`).toContain(anchor);
    }
  });
});

describe('docs/developers/threat-model.md', () => {
  it('says of each adversary what stops it, which test holds that, and what remains', async () => {
    const text = await readFile(new URL('docs/developers/threat-model.md', ROOT), 'utf8');
    const parts = text.split(/^###? /m).filter((part) => part.includes('**Stops it:**'));
    expect(parts.length).toBeGreaterThanOrEqual(14);
    for (const part of parts) {
      const [name] = part.split('\n');
      const [, held = '', remains = ''] = /\*\*Held by:\*\*([^*]+)\*\*Remains:\*\*([^*]+)/.exec(part) ?? [];
      expect(part, name).toMatch(/\]\([^)]*(packages|examples)\/[^)]+\.ts\)/);
      expect(held, name).toMatch(/\.test\.ts\)/);
      expect(remains.trim().length, name).toBeGreaterThan(10);
    }
  });
});
