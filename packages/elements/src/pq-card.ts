import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { formatLink, readLink, STATE, storedWords } from '@pullquote/record/reader';
import { cardView } from './card/card-view.js';
import { holdSpace } from './card/hold-space.js';
import { cardStyles } from './card/styles.js';
import { labelStyles } from './label/styles.js';
import { wordsFor } from './languages.js';
import { openShare, preloadShare } from './open-share.js';
import { SourceElement, type ElementContext } from './source-element.js';
import type { Assessment } from './source/assess.js';
import { authorsOwn } from './stored-text.js';

/**
 * A shared item in a discussion: the label first, then the passage that the doctor chose, as the publisher signed it.
 *
 * @slot - The stored post text: the readable fallback, shown whenever nothing verified can take its place.
 * @fires {PqShareEvent} pq-share - The doctor shares the item on; the host page answers with `respondWith(promise)`.
 * @fires {PqSharedEvent} pq-shared - The host page has posted.
 * @fires {PqFactEvent} pq-fact - A fact was queued for the community's own server.
 * @csspart card - The publisher's block, set apart by a rule.
 * @csspart state - The first line: what was checked.
 * @csspart icon - The mark before it.
 * @csspart source - Companies and their roles, promotional status, audience.
 * @csspart title - The item's title.
 * @csspart excerpt - The approved passage.
 * @csspart details - What one more click shows.
 * @cssprop [--pq-ink=currentColor] - Text colour; the host's by default.
 * @cssprop [--pq-accent=#0b6e66] - Colour of the verified rule and mark, and of focus; a light green in dark mode.
 * @cssprop [--pq-ground=Canvas] - Ground of the dialog.
 * @cssprop [--pq-font-size=1em] - Size of the whole label; everything else is in proportion.
 * @cssprop [--pq-quote-font=Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif] - Font of the approved passage.
 * @cssprop [--pq-radius=0.25rem] - Corners.
 * @cssprop [--pq-gap=0.75rem] - Space above and below.
 * @cssprop [--pq-indent=1rem] - Space between the rule and the text.
 */
export class PqCard extends SourceElement {
  static override styles: CSSResultGroup = [labelStyles, cardStyles];
  static override properties: PropertyDeclarations = { excerpt: {}, depth: { type: Number } };

  /** Id of the approved excerpt; an item link that names one goes first. */
  excerpt = '';
  /** Depth of the post that this card stands in: 0 to 3. An item link that names one goes first. */
  depth = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('item')) {
      const link = readLink(this.item);
      if (link?.excerpt !== undefined) this.excerpt = link.excerpt;
      if (link?.depth !== undefined) this.depth = link.depth;
    }
  }

  protected override labelContext(found: Assessment): ElementContext {
    return { ...super.labelContext(found), excerpt: this.excerpt };
  }

  protected override drawingKey(): string {
    return JSON.stringify([this.excerpt, this.#content()]);
  }

  protected override draw(found: Assessment): TemplateResult {
    return cardView(found, this.labelContext(found), this.#content());
  }

  protected override async assessed({ verdict, country }: Assessment): Promise<void> {
    const first = this.firstElementChild;
    // What shows little takes little room at once: an empty space under a recall would only puzzle.
    if (first && STATE[verdict.state].content && !verdict.gate) holdSpace(this, first);
    const link = readLink(this.item);
    const words = storedWords(await wordsFor(link?.lang ?? 'en'));
    const stored = this.querySelector(':scope > blockquote');
    this.#own()?.remove();
    if (!stored || !verdict.record || !link) return;
    const nodes = authorsOwn(stored, verdict.record, link, country, words);
    if (nodes.length === 0) return;
    const own = document.createElement('div');
    own.slot = 'own';
    own.append(...nodes);
    this.append(own);
  }

  protected override foreseen(what: string): void {
    if (what === 'share') preloadShare(this);
  }

  protected override asked(what: string): void {
    const { record, verdict } = this;
    if (what !== 'share' || !record || !verdict?.digest) return;
    const item = formatLink({ url: record.canonicalUrl, version: record.version, digest: verdict.digest });
    void openShare(this, { item, excerpt: this.excerpt, depth: this.#next() });
  }

  /** Depth of the post that a reshare of this one would make. */
  #next(): number {
    return Math.min(this.depth + 1, 3);
  }

  /** What the author wrote into the stored label. */
  #own(): Element | null {
    return this.querySelector(':scope > [slot=own]');
  }

  #content() {
    const own = this.#own() !== null;
    return { own, stored: this.childElementCount > Number(own), next: this.#next() };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pq-card': PqCard;
  }
}
