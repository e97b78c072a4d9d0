import { html, nothing, type TemplateResult } from 'lit';
import { kindRefused, type RenderRecord } from '@pullquote/record/reader';
import type { Destination } from '../share-event.js';
import { channelOf } from './channel-of.js';
import { choiceView } from './choice.js';
import type { Draft, DraftChange } from './draft.js';
import type { ShareWords } from './words.js';

/** What a search brought. */
export type Results = readonly Destination[] | 'failed' | undefined;

/** Those of the places found to which the reuse terms let this item go. */
export function allowedPlaces(results: Results, record: RenderRecord): readonly Destination[] {
  return Array.isArray(results) ? results.filter((one: Destination) => !kindRefused(channelOf(one), record)) : [];
}

/** Where it goes. */
export function whereView(
  record: RenderRecord,
  results: Results,
  { chosen }: Draft,
  onSearch: (words: string) => void,
  change: DraftChange,
  words: ShareWords,
): TemplateResult {
  if (kindRefused('discussion', record) && kindRefused('direct-message', record))
    return html`<p class="aside">${words.notAllowed}</p>`;
  const found = allowedPlaces(results, record);
  const all = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return html`<fieldset>
    <legend>${words.discussion}</legend>
    <input
      type="search"
      placeholder=${words.find}
      aria-label=${words.find}
      autocomplete="off"
      @input=${(event: InputEvent) => onSearch((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
    />
    <div class="choices">
      ${all.map((one) =>
        choiceView(
          'destination',
          one.id === chosen?.id,
          () => change({ chosen: one }),
          html`<bdi>${one.label}</bdi><small>${readersOf(one, words)}</small>`,
        ),
      )}
      ${emptyView(results, all.length, words)}
    </div>
  </fieldset>`;
}

function readersOf(destination: Destination, words: ShareWords): string {
  if (channelOf(destination) === 'direct-message') return words.directRead;
  return destination.visibility === 'members' ? words.membersRead : words.privateRead;
}

function emptyView(results: Results, count: number, words: ShareWords): TemplateResult | typeof nothing {
  if (Array.isArray(results) && count > 0) return nothing;
  const failed = results === 'failed';
  return html`<p class="hint" role=${failed ? 'alert' : 'status'}>
    ${failed ? words.notLoaded : results ? words.noneFound : words.looking}
  </p>`;
}
