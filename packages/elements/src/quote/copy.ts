import type { RenderRecord } from '@pullquote/record/reader';
import type { Quotation } from '../share/quotation.js';
import { assess } from '../source/assess.js';
import type { Words } from '../words.js';
import { allows, quotable } from './refusal.js';
import type { QuoteWords } from './words.js';

export interface Copy {
  readonly owner: HTMLElement;
  readonly item: string;
  readonly depth: number;
  readonly excerpt: string;
  readonly own: Quotation | undefined;
  readonly words: Words;
  readonly says: QuoteWords;
}

export type Copied =
  | { readonly copied: true; /** In crowds. */ readonly counted: boolean }
  /** The browser did not let us; here is the text. */
  | { readonly copied: false; readonly text: string };

/**
 * Puts a quotation with the whole label on the clipboard, as text and as HTML, once the item was looked at anew.
 * @throws Error with a sentence for the doctor, when the item may no longer be quoted
 */
export async function copyWithSource(copy: Copy): Promise<Copied> {
  const made = make(copy);
  const blob = (type: string, text: 'text' | 'html') => made.then((one) => new Blob([one[text]], { type }));
  try {
    // Promises, because some browsers ask for the write within the click itself.
    const item = new ClipboardItem({
      'text/plain': blob('text/plain', 'text'),
      'text/html': blob('text/html', 'html'),
    });
    await navigator.clipboard.write([item]);
  } catch {
    return { copied: false, text: (await made).text };
  }
  return { copied: true, counted: await count(copy.owner, (await made).record) };
}

async function make({ item, depth, excerpt, own, words, says }: Copy) {
  const [{ postOf }, { compose }, found] = await Promise.all([
    import('../share/dialog.js'),
    import('../share/compose.js'),
    assess(item, true),
  ]);
  const record = quotable(found, says);
  if (typeof record === 'string') throw new Error(record);
  const refused = allows(record, 'copy') ? own?.refusal(record) : says.termsChanged;
  const post = postOf(found, depth, { excerpt, comment: '', quote: own }, words);
  if (refused !== undefined || !post) throw new Error(refused ?? says.refused.unverified);
  return { record, text: compose(post, 'text'), html: compose(post, 'html') };
}

/** One copy more, in the crowd lane, where the community counts those; never which passage. */
async function count(owner: HTMLElement, { id, version }: RenderRecord): Promise<boolean> {
  const told = await import('../share/dialog.js').then(({ telling }) => telling());
  return told?.tellFact(owner, told.port, { fact: 'copied', item: id, version }) ?? false;
}
