import {
  css,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {
  compactLabel,
  formatLink,
  readLink,
  type Label,
  type LabelContext,
  type RenderRecord,
} from '@pullquote/record/reader';
import { PqLabel } from './pq-label.js';
import {
  bareState,
  detailOf,
  excerptView,
  linksView,
  linkView,
  restView,
  stateView,
  titleView,
  whoView,
} from './label/view.js';
import { labelStyles } from './label/styles.js';
import { openShare, preloadShare } from './open-share.js';
import type { Assessment } from './source/assess.js';
import { authorsOwn } from './stored-text.js';

/**
 * A shared item in a discussion: the label first, then the passage that the doctor chose, as the publisher signed it.
 *
 * @slot - The stored post text: the readable fallback, shown whenever nothing verified can take its place.
 * @fires pq-share - When the doctor shares the item on.
 * @csspart card - The publisher's block, set apart by a rule.
 * @csspart excerpt - The approved passage.
 */
export class PqCard extends PqLabel {
  static override styles: CSSResultGroup = [
    labelStyles,
    css`
      :host {
        margin-block: var(--pq-gap, 0.75rem);
      }
      .card {
        border-inline-start: 3px solid var(--_line);
        padding-inline-start: var(--pq-indent, 1rem);
      }
      .card.verified {
        border-inline-start-color: var(--_accent);
      }
      .card:is(.unchecked, .unlisted, .expired, .superseded, .not-for-audience) {
        border-inline-start-style: dashed;
        border-inline-start-color: var(--_soft);
      }
      .card:is(.withdrawn, .suspended, .altered) {
        border-inline-start: 6px double currentColor;
      }
      .own {
        margin-block-end: 0.75rem;
      }
      ::slotted(blockquote) {
        margin: 0.5rem 0 0;
        font-size: 0.875em;
      }
    `,
  ];

  static override properties: PropertyDeclarations = { excerpt: {}, depth: { type: Number } };

  /** Id of the approved excerpt; an item link that names one goes first. */
  excerpt = '';
  /** Depth of the post that this card stands in: 0 to 3. An item link that names one goes first. */
  depth = 0;

  #own: HTMLElement | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('item')) {
      const link = readLink(this.item);
      if (link?.excerpt !== undefined) this.excerpt = link.excerpt;
      if (link?.depth !== undefined) this.depth = link.depth;
    }
    super.willUpdate(changed);
  }

  protected override labelContext(found: Assessment): LabelContext {
    return { ...super.labelContext(found), excerpt: this.excerpt };
  }

  protected override render(): TemplateResult {
    const own = this.#own
      ? html`<div class="own">
          <p class="small">Also in this post, in its author’s words:</p>
          <slot name="own"></slot>
        </div>`
      : nothing;
    return html`${own}
      <article class="card ${this.verdict?.state ?? ''}" part="card" aria-label="Source and company involvement">
        ${super.render()}
      </article>`;
  }

  protected override renderLabel(found: Assessment, record: RenderRecord): TemplateResult {
    const label = compactLabel(record, this.labelContext(found));
    return html`${stateView(label.state, found.publisher)} ${whoView(label)} ${this.#renderDetail(label.state, found)}
      ${titleView(label)} ${excerptView(label)} ${restView(label)}
      <div class="foot">
        ${linksView(label)} ${this.renderToggle()}
        ${
          label.state.share && record.reuse.reshare && found.host === 'community'
            ? html`<button type="button" @pointerenter=${preloadShare} @focus=${preloadShare} @click=${this.#onShare}>
                Share
              </button>`
            : nothing
        }
      </div>
      ${this.details ?? nothing} ${label.state.content ? nothing : this.#renderStoredText()}`;
  }

  protected override renderStored(found: Assessment): TemplateResult {
    if (found.verdict.state !== 'withdrawn') return super.renderStored(found);
    const state = bareState(found.verdict);
    return html`${stateView(state, found.publisher)} ${this.#renderDetail(state, found)} ${this.#renderStoredText()}`;
  }

  /** Why, and where to go instead. */
  #renderDetail(state: Label['state'], { tombstone }: Assessment): TemplateResult {
    const detail = detailOf(state);
    return html`${
      tombstone
        ? html`<h3 class="title">${tombstone.title}</h3>
            <p class="small"><b>Reason.</b> ${tombstone.reason}</p>`
        : nothing
    }
    ${detail ? html`<p class="small">${detail}</p>` : nothing}
    ${
      tombstone?.replacement || tombstone?.aeReportingUrl
        ? html`<div class="foot">
            ${tombstone.replacement ? linkView('What replaces it', tombstone.replacement) : nothing}
            ${tombstone.aeReportingUrl ? linkView('Report an adverse event', tombstone.aeReportingUrl) : nothing}
          </div>`
        : nothing
    }`;
  }

  /** Kept, but not shown as the publisher's: what the post itself says. */
  #renderStoredText(): TemplateResult | typeof nothing {
    return this.childElementCount === 0
      ? nothing
      : html`<details class="small">
          <summary>What the post said when it was shared</summary>
          <slot></slot>
        </details>`;
  }

  protected override assessed({ verdict, country }: Assessment): void {
    const link = readLink(this.item);
    const stored = this.querySelector(':scope > blockquote');
    this.#own?.remove();
    this.#own = undefined;
    if (!stored || !verdict.record || !link) return;
    const nodes = authorsOwn(stored, verdict.record, link, country);
    if (nodes.length === 0) return;
    this.#own = document.createElement('div');
    this.#own.slot = 'own';
    this.#own.append(...nodes);
    this.append(this.#own);
  }

  #onShare(): void {
    const { record, verdict } = this;
    if (!record || !verdict?.digest) return;
    const item = formatLink({ url: record.canonicalUrl, version: record.version, digest: verdict.digest });
    openShare(this, { item, excerpt: this.excerpt, depth: Math.min(this.depth + 1, 3) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pq-card': PqCard;
  }
}
