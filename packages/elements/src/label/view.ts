import { html, nothing, type TemplateResult } from 'lit';
import { CHANGED, STATE, type Label, type LabelField, type LabelItem, type Verdict } from '@pullquote/record/reader';
import type { Assessment } from '../source/assess.js';
import { icon } from './icons.js';

/** Fields that stand in the label's first lines or its foot, not among the small print. */
const PLACED: ReadonlySet<LabelField> = new Set([
  'company',
  'promotionalStatus',
  'audience',
  'title',
  'contentType',
  'product',
  'excerpt',
  'mustAccompany',
  'boxedWarning',
  'datePrepared',
  'prescribingInformation',
  'canonicalUrl',
]);

/** First line: what was checked, and whose word it is. */
export function stateView(state: Label['state'], publisher: Assessment['publisher']): TemplateResult {
  return html`<div class="state ${state.name}" part="state">
    ${icon(state.icon)}<strong>${state.words}</strong>${' '}
    ${publisher ? html`<span class="by">${publisher.name && `${publisher.name} · `}${new URL(publisher.origin).host}</span>` : nothing}
  </div>`;
}

/** Who, in what role, how promotional, for whom: in the first lines, never as small print. */
export function whoView(label: Pick<Label, 'compact'>): TemplateResult {
  const [company, promotional, audience] = (['company', 'promotionalStatus', 'audience'] as const).map((field) =>
    text(label, field),
  );
  return html`<p class="who" part="source">${[company, promotional, audience].filter(Boolean).join(' · ')}</p>`;
}

/** The item's title, its kind and its product with the generic name; the boxed warning stands right below, whole. */
export function titleView(label: Pick<Label, 'compact'>): TemplateResult {
  const boxed = label.compact.filter(({ field }) => field === 'boxedWarning');
  const kind = label.compact
    .filter(({ field }) => field === 'contentType' || field === 'product')
    .map((item) => item.text);
  return html`<h3 class="title" part="title">${text(label, 'title')}</h3>
    <p class="kind">${kind.join(' · ')}</p>
    ${boxed.map((item) => html`<p class="box">${worded(item)}</p>`)}`;
}

export function excerptView(label: Pick<Label, 'compact'>): TemplateResult | typeof nothing {
  const excerpt = text(label, 'excerpt');
  const accompany = text(label, 'mustAccompany');
  if (!excerpt) return nothing;
  return html`<blockquote class="excerpt" part="excerpt">${excerpt}</blockquote>
    ${accompany ? html`<p class="small">${accompany}</p>` : nothing}`;
}

/** Everything else that every reader must see. */
export function restView(label: Pick<Label, 'compact'>): TemplateResult {
  return html`${label.compact
    .filter(({ field }) => !PLACED.has(field))
    .map((item) => html`<p class="small">${worded(item)}</p>`)}`;
}

/** One click each: prescribing information, reporting, the source. Beside a link stands whose site it leads to. */
export function linksView(label: Pick<Label, 'compact'>): TemplateResult {
  const prepared = text(label, 'datePrepared');
  return html`${prepared ? html`<span>Prepared ${prepared}</span>` : nothing}
  ${label.compact.map(({ field, heading, href }) => {
    const words =
      field === 'prescribingInformation' || field === 'aeReporting' || field === 'canonicalUrl' ? heading : undefined;
    return words && href ? linkView(words, href) : nothing;
  })}`;
}

export function linkView(words: string, href: string): TemplateResult {
  return html`<a href=${href} target="_blank" rel="noopener noreferrer" title=${`Leads to ${new URL(href).host}`}
    >${words}</a
  >`;
}

/** Opens what one more click shows. */
export function toggleView(): TemplateResult {
  return html`<button type="button" data-do="details" aria-expanded="false">Details</button>`;
}

/** In words, why the state is what it is, wherever there is something to explain. */
export function detailOf(state: Label['state']): string | undefined {
  return state.name === 'verified' ? undefined : state.detail;
}

/** The state alone, for when there is no record to make a label from. */
export function bareState({ state, reason }: Verdict): Label['state'] {
  return { ...(reason === 'changed-since-shared' ? CHANGED : STATE[state]), name: state };
}

function text(label: Pick<Label, 'compact'>, field: LabelField): string | undefined {
  return label.compact.find((item) => item.field === field)?.text;
}

function worded({ heading, text: words }: LabelItem): TemplateResult {
  return heading === undefined ? html`${words}` : html`<b>${heading}.</b> ${words}`;
}
