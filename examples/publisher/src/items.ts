import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readItemText, readSource, type Item, type SourceDocument } from 'pullquote';

/** The items of the demonstration site, and the real file that each was made from. */
export const DEMO_ITEMS = [
  { name: 'lipitor-interactions', source: 'lipitor.xml' },
  { name: 'depression-primary-care-trial', source: 'journal.pmed.1001518.xml' },
  { name: 'childrens-night-time-cold-cough', source: 'cough-syrup-otc.xml' },
] as const;
export type DemoItemName = (typeof DEMO_ITEMS)[number]['name'];

export interface DemoItem {
  readonly name: DemoItemName;
  readonly content: Item['content'];
  readonly source: SourceDocument;
}

/** The text of an item's YAML file. */
export function itemText(name: DemoItemName): Promise<string> {
  return readFile(new URL(`../items/${name}.yaml`, import.meta.url), 'utf8');
}

export async function loadItems(origin: string): Promise<DemoItem[]> {
  return Promise.all(
    DEMO_ITEMS.map(async ({ name, source }) => ({
      name,
      content: (await readItemText(await itemText(name), { name, origin })).content,
      source: await readSource(fileURLToPath(new URL(`../source/${source}`, import.meta.url))),
    })),
  );
}
