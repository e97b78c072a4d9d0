import type { Page } from 'playwright-core';

/** Where the pieces of the test article are; the excerpt is `e1` of the test publisher's record. */
export const ARTICLE = `
<p contenteditable="true" id="notes">My own notes are written here by me and by nobody else.</p>
<h2>Interactions</h2>
<p id="intro">Statins are widely used. The risk depends on the dose and on what else is taken, as the table shows.</p>
<p id="approved">As the label says: The risk of myopathy during treatment with statins is increased with
  concurrent administration of cyclosporine. See section 7.</p>
<p id="dose">Do not exceed 10<sup>3</sup> units of CO<sub>2</sub>-free solution per day in adults over 65.</p>
<p id="twice">Monitor creatine kinase in every patient who reports muscle pain.</p>
<table><tbody><tr><td id="left">Cyclosporine use together</td><td id="right">limit the dose to 10 mg</td></tr></tbody></table>
<p>Monitor creatine kinase in every patient who reports weakness.</p>`;

/** Drags the mouse from before one text to after another, as a reader does. */
export async function drag(tab: Page, from: string, to: string, { upwards = false } = {}): Promise<void> {
  const at = await tab.evaluate(
    ([first, last]) => {
      const point = (words: string, end: boolean) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const index = (node.textContent ?? '').indexOf(words);
          if (index === -1) continue;
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + words.length);
          const rects = [...range.getClientRects()];
          const rect = end ? rects.at(-1) : rects[0];
          if (rect) return { x: end ? rect.right - 1 : rect.left + 1, y: rect.top + rect.height / 2 };
        }
        throw new Error(`"${words}" is not on the page.`);
      };
      return [point(first ?? '', false), point(last ?? '', true)] as const;
    },
    [from, to],
  );
  const [a, b] = upwards ? [at[1], at[0]] : at;
  await tab.mouse.move(a.x, a.y);
  await tab.mouse.down();
  await tab.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2);
  await tab.mouse.move(b.x, b.y, { steps: 4 });
  await tab.mouse.up();
}
