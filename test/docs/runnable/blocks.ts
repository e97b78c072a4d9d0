import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A fenced block that its page calls runnable: ` ```js runnable `, and after it what it is run as, where its language does not say it. */
export interface Block {
  readonly page: string;
  /** Line of the page. */
  readonly line: number;
  readonly language: string;
  readonly as: string;
  readonly text: string;
}

const FENCE = /^( *)```(\S+) runnable(?: (\S+))?\n([^]*?)\n\1```$/gm;

/** Of every page of the documentation and every README. */
export const BLOCKS: readonly Block[] = ['docs', 'packages', 'examples', '.'].flatMap((folder) =>
  pagesIn(folder).flatMap((page) => {
    const whole = readFileSync(join(ROOT, page), 'utf8');
    return [...whole.matchAll(FENCE)].map(({ 1: indent = '', 2: language = '', 3: as = '', 4: text = '', index }) => ({
      page,
      line: whole.slice(0, index).split('\n').length,
      language,
      as,
      text: text.replaceAll(`\n${indent}`, '\n').slice(indent.length),
    }));
  }),
);

export const named = (blocks: readonly Block[]) =>
  blocks.map((block) => [`${block.page}:${block.line}`, block] as const);

function pagesIn(folder: string): string[] {
  const all =
    folder === '.' ? readdirSync(ROOT) : readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return all
    .filter((file) => file.endsWith('.md') && !/(^|\/)(node_modules|dist|\.\w+)\//.test(file))
    .map((file) => join(folder, file))
    .sort();
}
