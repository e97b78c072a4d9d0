import type { Catalogue, CatalogueItem } from '../../catalogue.js';
import { encodeToken } from '../names.js';
import type { Documents } from './documents.js';

interface Saved {
  readonly readDay?: string;
  readonly items: readonly CatalogueItem[];
}

const keyOf = (publisher: string) => `catalogue.${encodeToken(publisher)}`;

export function catalogueOf(documents: Documents): Catalogue {
  return {
    read: async (publisher) => (await documents.get<Saved>(keyOf(publisher))) ?? { items: [] },
    save: (publisher, items, day) =>
      documents.change<Saved, undefined>(keyOf(publisher), (saved) => {
        const before = new Map(saved?.items.map((known) => [nameOf(known), known]));
        const merged = items.map((item) => mergeInto(item, before.get(nameOf(item))));
        return { after: { readDay: day, items: merged.sort(byItem) }, result: undefined };
      }),
  };
}

function mergeInto({ item, version, title, since, recall }: CatalogueItem, known?: CatalogueItem): CatalogueItem {
  const [name, withdrawn] = [title ?? known?.title, recall ?? known?.recall];
  return {
    ...{ item, version, since: known?.since ?? since },
    ...(name === undefined ? {} : { title: name }),
    ...(withdrawn === undefined ? {} : { recall: withdrawn }),
  };
}

function nameOf({ item, version }: Pick<CatalogueItem, 'item' | 'version'>): string {
  return `${version} ${item}`;
}

function byItem(a: CatalogueItem, b: CatalogueItem): number {
  return a.item < b.item ? -1 : a.item > b.item ? 1 : a.version - b.version;
}
