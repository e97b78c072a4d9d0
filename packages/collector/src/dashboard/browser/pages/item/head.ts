import { html, nothing, type TemplateResult } from 'lit';
import type { ReportOf } from '../../../../report/types.js';
import type { PageContext } from '../../parts/context.js';
import { facts, pageHead } from '../../parts/pieces.js';
import { postsOf } from '../../state/posts-of.js';
import { computedWords } from '../../words/computed.js';
import { shortDay } from '../../words/days.js';
import { count, index, some } from '../../words/numbers.js';
import { nameOf } from '../what-to-do.js';

/** What the item is, its posts in a sentence, and its three indices. */
export function head({ rows, filter }: ReportOf<'items'>, urn: string, context: PageContext): TemplateResult {
  const [row] = rows;
  if (!row)
    return pageHead(
      urn,
      html`Nothing of it was posted
      ${filter.from === undefined ? 'yet' : `from ${shortDay(filter.from)} to ${shortDay(filter.to ?? context.today)}`}.`,
    );
  const { shared, reshared, quoted, communities, reuseRatio, halfLife: half, alwaysOn, firstDay, lastDay } = row;
  return html`${pageHead(
      nameOf(row),
      html`<p class="urn">${urn}</p>
        <p>
          ${count(postsOf(row))} posts in ${some(communities, 'community', 'communities')}, from ${shortDay(firstDay)} to
          ${shortDay(lastDay)}: ${count(shared)} shared, ${count(reshared)} reshared, ${count(quoted)} quoted.
        </p>
        ${recallLine(urn, context)}`,
    )}
    ${facts([
      { name: 'Always-on index', value: alwaysOn.state === 'computed' ? index(alwaysOn.value) : '–', meaning: alwaysOn.state === 'computed' ? 'a usual week between campaigns over one within' : computedWords(alwaysOn, index) },
      { name: 'Reuse ratio', value: reuseRatio.state === 'computed' ? index(reuseRatio.value) : '–', meaning: reuseRatio.state === 'computed' ? 'posts that pass it on, for each first share' : computedWords(reuseRatio, index) },
      { name: 'Half-life', value: half.state === 'computed' ? some(half.value, 'day', 'days') : '–', meaning: half.state === 'computed' ? 'to half of the posts of its first 90 days' : computedWords(half, count) },
    ])}`; // prettier-ignore
}

function recallLine(urn: string, context: PageContext): TemplateResult | typeof nothing {
  const recalls = context.report('recalls', { item: urn });
  const recalled = recalls.state === 'ready' ? recalls.value.rows.find((row) => row.item === urn) : undefined;
  return recalled
    ? html`<p class="recalled">
        Withdrawn on ${shortDay(recalled.day)}${recalled.reason === undefined ? '' : `: ${recalled.reason}`}
        <a href=${context.address('recalls')}>How far the recall has come</a>
      </p>`
    : nothing;
}
