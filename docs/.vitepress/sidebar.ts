import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DefaultTheme } from 'vitepress';

const DOCS = fileURLToPath(new URL('..', import.meta.url));
type Item = DefaultTheme.SidebarItem;

/** Pages in the order in which somebody new would read them; whatever is not named here follows by name. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
  communities: ['README', 'engines', 'adapters', 'sidecar', 'frameworks', 'single-file', 'theming', 'moderation'],
  publishers: [
    ...['README', 'getting-started', 'draft', 'lint', 'proof', 'sign', 'publish', 'verify', 'withdraw'],
    ...['keys', 'key-compromise', 'collector', 'cluster', 'dashboard', 'reports', 'feed'],
  ],
  doctors: ['README', 'what-is-sent'],
  developers: ['README', 'first-hour', 'threat-model', 'privacy-model', 'benchmarks', 'scale'],
  'developers/api': ['elements', 'community', 'record', 'events', 'collector', 'cli'],
};

/** Made of the files that there are, so that no page can be forgotten. */
export const sidebar: DefaultTheme.SidebarMulti = Object.fromEntries(
  ['communities', 'publishers', 'doctors', 'developers'].map((reader) => [
    `/${reader}/`,
    [
      { text: `For ${reader}`, items: pages(reader) },
      ...(reader === 'developers'
        ? [
            { text: 'Formats', items: pages('developers/spec') },
            { text: 'API', items: pages('developers/api') },
            { text: 'Decisions', items: pages('developers/decisions') },
          ]
        : []),
    ],
  ]),
);

function pages(folder: string): Item[] {
  const first = FIRST[folder] ?? [];
  const place = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  return readdirSync(`${DOCS}${folder}`)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -3))
    .sort((a, b) => place(a) - place(b) || a.localeCompare(b))
    .map((name) => ({ text: titleOf(`${folder}/${name}`), link: `/${folder}/${name === 'README' ? '' : name}` }));
}

/** A page's first heading. */
function titleOf(page: string): string {
  const [, title = page] = /^# (.+)$/m.exec(readFileSync(`${DOCS}${page}.md`, 'utf8')) ?? [];
  return title.replaceAll('`', '');
}
