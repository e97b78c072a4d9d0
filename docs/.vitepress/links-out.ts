import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MarkdownRenderer } from 'vitepress';

const DOCS = fileURLToPath(new URL('..', import.meta.url));

/**
 * Pages link to the code that they speak of. A reader of the site has no checkout around it, so there such a link becomes the file's
 * path in the repository, to be found there.
 * @throws Error when a page links to a file that does not exist
 */
export function linksOutOfTheSite(md: MarkdownRenderer): void {
  md.core.ruler.push('links-out-of-the-site', (state) => {
    const page = String((state.env as { path?: unknown }).path ?? '');
    for (const { children } of state.tokens) {
      let leaving: string | undefined;
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          leaving = fileBeyond(page, token.attrGet('href') ?? '');
          if (leaving === undefined) continue;
          Object.assign(token, { tag: 'span', attrs: [['title', leaving]], type: 'file_open' });
        } else if (token.type === 'link_close' && leaving !== undefined) {
          Object.assign(token, { tag: 'span', type: 'file_close' });
          leaving = undefined;
        }
      }
    }
  });
}

/** Path in the repository of what a relative link leads to outside docs/; undefined for every other link. */
function fileBeyond(page: string, href: string): string | undefined {
  if (page === '' || /^([a-z]+:|#|\/)/i.test(href)) return undefined;
  const [path = ''] = href.split('#');
  const file = resolve(dirname(page), decodeURI(path));
  const inside = !relative(DOCS, file).startsWith('..');
  // What is not a page of the site is shown by the code host: folders, vectors.
  if (inside && (/\.(md|png|svg)$/.test(file) || path === '')) return undefined;
  if (!existsSync(file)) throw new Error(`${page}: leads to ${href}, which does not exist.`);
  return relative(resolve(DOCS, '..'), file);
}
