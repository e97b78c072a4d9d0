import { html, nothing, type TemplateResult } from 'lit';
import {
  stateNameOf,
  stateOf,
  type CompactLabel,
  type LabelField,
  type LabelItem,
  type LabelState,
  type Verdict,
} from '@pullquote/record/reader';
import type { ElementContext } from '../source-element.js';
import type { Assessment } from '../source/assess.js';
import type { Words } from '../words.js';
import { icon, monitored } from './icons.js';
import { amiss } from './load-amiss.js';

/** What stands together as the last line before the links. */
const FINE: readonly LabelField[] = ['legalClass', 'piDate', 'approval', 'lastRevised'];
/** What a reader has to weigh: as large as the rest, in lines of its own. */
const RISK: readonly LabelField[] = ['validUntil', 'safety', 'obligatory', 'aeReporting'];

/** First line: what was checked, and whose word it is. */
export function stateView(state: LabelState, publisher: Assessment['publisher']): TemplateResult {
  return html`<div class="state ${state.name}" part="state">
    ${icon(state.icon)}<strong>${state.words}</strong>${' '}
    ${publisher ? html`<span class="by">${publisher.name ? html`<bdi>${publisher.name}</bdi> · ` : nothing}${new URL(publisher.origin).host}</span>` : nothing}
  </div>`;
}

/** Who, in what role, how promotional, for whom; then who did what. In the first lines, never as small print. */
export function whoView(label: CompactLabel): TemplateResult {
  return html`<p class="who" part="source">${joined(label, ['company', 'promotionalStatus', 'audience'])}</p>
    ${paragraphs(label, ['involvement'])}`;
}

/** The item's title, its kind and its product with the generic name; what warns of it stands right below, whole. */
export function titleView(label: CompactLabel): TemplateResult {
  const [title] = of(label, ['title']);
  return html`<h3 class="title" part="title" lang=${title?.lang ?? nothing}>${title?.text}</h3>
    <p class="kind">${joined(label, ['contentType', 'product'])}</p>
    ${of(label, ['labelStatus']).map(({ text }) => html`<p class="kind"><b>${text}</b></p>`)}
    ${paragraphs(label, ['boxedWarning'], 'box')}`;
}

/** The passage with what must stand beside it and where it comes from. */
export function excerptView(label: CompactLabel): TemplateResult {
  return html`${of(label, ['excerpt']).map(
    ({ text, lang }) => html`<blockquote class="excerpt" part="excerpt" lang=${lang ?? nothing}>${text}</blockquote>`,
  )}
  ${paragraphs(label, ['mustAccompany', 'citation'])}`;
}

/** Everything else that every reader must see. */
export function restView(label: CompactLabel): TemplateResult {
  const fine = joined(label, FINE);
  return html`${paragraphs(label, RISK, 'risk')} ${fine.length > 0 ? html`<p class="small">${fine}</p>` : nothing}
  ${paragraphs(label, ['communityFunding'])}`;
}

/** One click each: prescribing information, reporting, the source. */
export function linksView(label: CompactLabel): TemplateResult {
  return html`${of(label, ['datePrepared']).map(({ heading, text }) => html`<span>${heading} ${text}</span>`)}
  ${of(label, ['prescribingInformation', 'aeReporting', 'canonicalUrl']).map(({ field, heading, href }) =>
    heading && href ? linkView(heading, href, field) : nothing,
  )}`;
}

/** What a link out of a card leads to: a field of the label, or what took the item's place. */
export type LinkTo = LabelField | 'newer';

/**
 * A link that leaves. Beside it stands whose site it leads to. Drawings are copied, so it says itself, in `data-to`, what it
 * leads to.
 */
export function linkView(text: string, href: string, to: LinkTo): TemplateResult {
  return html`<a href=${href} target="_blank" rel="noopener noreferrer" data-to=${to}
    >${text}<small> ${new URL(href).host}</small></a
  >`;
}

/** Opens what one more click shows. */
export function toggleView({ element }: Words): TemplateResult {
  return html`<button type="button" data-do="details" aria-expanded="false">${element.details}</button>`;
}

/** Why it is not simply verified. */
export function reasonView(state: LabelState, found: Assessment, context: ElementContext): unknown {
  return state.name === 'verified' ? nothing : amiss()?.reasonView(state, found, context);
}

/** The state alone, for when there is no record to make a label from. */
export function bareState(verdict: Pick<Verdict, 'state' | 'reason'>, words: Words): LabelState {
  return stateOf(stateNameOf(verdict), words);
}

export function paragraphs(label: CompactLabel, fields: readonly LabelField[], type = 'small'): TemplateResult[] {
  return of(label, fields).map((item) => html`<p class=${type}>${worded(item, label)}</p>`);
}

function joined(label: CompactLabel, fields: readonly LabelField[]): TemplateResult[] {
  return of(label, fields).map((item, n) => html`${n > 0 ? ' · ' : nothing}${worded(item, label)}`);
}

/** A heading and its text, which is kept apart because it may run the other way. */
function worded({ field, heading, text, lang }: LabelItem, { words }: CompactLabel): TemplateResult {
  // Beside a product the mark's meaning stands in words anyway.
  const drawn = monitored(text, field === 'product' ? '' : words.monitoring);
  return html`${heading ? html`<b>${heading}.</b> ` : nothing}<bdi lang=${lang ?? nothing}>${drawn}</bdi>`;
}

/** In the order of `fields`; those of one kind as the record has them. */
function of(label: CompactLabel, fields: readonly LabelField[]): LabelItem[] {
  return fields.flatMap((field) => label.compact.filter((item) => item.field === field));
}
