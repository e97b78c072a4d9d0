import type { Browser, Locator } from 'playwright-core';
import { ITEMS } from './items.js';
import { wear, type Mode } from './modes.js';
import { openCards, reach, SCENES } from './scenes.js';
import type { Gallery } from './site.js';

export interface Picture {
  readonly id: string;
  readonly title: string;
  readonly png: Buffer;
}

/** Cards and labels as they stand on one page, with what a contact sheet calls them. */
const STANDING: readonly (readonly [id: string, title: string, shows: string])[] = [
  ...ITEMS.map(({ id, title }) => [id, title, `#${id} pq-card`] as const),
  ['label', 'Label, compact', '#label pq-label'],
  ['label-full', 'Label, full', '#label-full pq-label'],
  ['ledger-empty', 'Ledger, empty', '#ledger-empty pq-ledger'],
];

const take = async (element: Locator): Promise<Buffer> =>
  element.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });

/** Every state in one mode, or those of `only`, each cropped to its element. */
export async function picturesOf(
  gallery: Gallery,
  browser: Browser,
  mode: Mode,
  only?: ReadonlySet<string>,
): Promise<Picture[]> {
  const wanted = ({ id }: { id: string }) => only?.has(id) ?? true;
  const pictures: Picture[] = [];
  const cards = await openCards(gallery, browser);
  await wear(cards, mode);
  for (const [id, title, shows] of STANDING)
    if (wanted({ id })) pictures.push({ id, title, png: await take(cards.locator(shows)) });
  await cards.context().close();
  for (const scene of SCENES.filter(wanted)) {
    const { tab, shown } = await reach(gallery, browser, scene, mode.lang, mode.width, 900);
    await wear(tab, mode);
    // What was clicked last is not what is pictured.
    await tab.mouse.move(0, 0);
    pictures.push({ id: scene.id, title: scene.title, png: await take(shown) });
    await tab.context().close();
  }
  return pictures;
}
