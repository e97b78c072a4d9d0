import { html, nothing, type TemplateResult } from 'lit';
import { clean, compactLabel, type CompactLabel, type RenderRecord } from '@pullquote/record/reader';
import { excerptView, linkView } from '../label/view.js';
import type { ElementContext } from '../source-element.js';
import type { Words } from '../words.js';
import { ENGLISH_NEWER, type NewerWords } from './words.js';

/** Which version is newer, whether the quoted passage changed in it, and the way there. */
export function newerView(old: RenderRecord, newer: RenderRecord, context: ElementContext): TemplateResult {
  const words = context.words.newer ?? ENGLISH_NEWER;
  const label = compactLabel(newer, { ...context, state: 'verified' });
  const item = (field: string) => label.compact.find((one) => one.field === field);
  const prepared = item('datePrepared');
  return html`<aside>
    <p class="kind">
      <b>${words.heading}.</b> <bdi lang=${item('title')?.lang ?? nothing}>${item('title')?.text}</bdi> ·
      ${words.version(newer.version)}${prepared ? ` · ${prepared.heading} ${prepared.text}` : nothing}
    </p>
    ${passageView(old, newer, context, words)}
    <div class="foot">${linkView(words.open, newer.canonicalUrl, 'newer')}</div>
  </aside>`;
}

export function unknownView({ newer: words = ENGLISH_NEWER }: Words, known?: string): TemplateResult {
  return html`<p class="small"><b>${words.heading}.</b> ${known ?? words.unknown}</p>`;
}

/** The passage that the post quotes, as the newer version has it: with what must stand beside it, and its source. */
function passageView(
  old: RenderRecord,
  newer: RenderRecord,
  context: ElementContext,
  words: NewerWords,
): TemplateResult | typeof nothing {
  const quoted = old.excerpts?.find(({ id }) => id === context.excerpt);
  if (!quoted) return nothing;
  const same = newer.excerpts?.find((one) => wording(one) === wording(quoted));
  const there = same ?? newer.excerpts?.find(({ id }) => id === quoted.id);
  const says = same ? words.same : there ? words.changed : words.gone;
  const label: CompactLabel = compactLabel(newer, { ...context, state: 'verified', excerpt: there?.id });
  return html`<p class="small"><b>${words.passage}.</b> ${says}</p>
    ${there && !same ? excerptView(label) : nothing}`;
}

/** All that a reader of the passage reads: other words beside it are a change as well. */
function wording({ text, mustAccompany = '' }: NonNullable<RenderRecord['excerpts']>[number]): string {
  return `${clean(text)}\n${clean(mustAccompany)}`;
}
