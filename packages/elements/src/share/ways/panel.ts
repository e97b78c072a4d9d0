import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { channelsFor } from '@pullquote/record/reader';
import { labelStyles } from '../../label/styles.js';
import type { Assessment } from '../../source/assess.js';
import { host } from '../../source/host.js';
import type { Words } from '../../words.js';
import { linkOnly, type Post } from '../compose.js';
import { own } from '../own.js';
import type { Telling } from '../telling.js';
import { missing } from './missing.js';
import { placesView } from './places.js';
import { qrView } from './qr-view.js';
import { waysStyles } from './styles.js';
import { waysOf, type Done, type Way } from './way.js';
import { ENGLISH_WAYS, type WaysWords } from './words.js';

export interface WaysAbout {
  /** The element that opened the dialog; facts leave from there. */
  readonly owner: HTMLElement;
  readonly found: Assessment;
  readonly post: Post;
  readonly telling: Telling | undefined;
  /** Whether the doctor lets the publisher be told. */
  readonly tell: boolean;
  readonly words: Words;
  readonly nothingSent: string;
}

const NOTHING_YET: Done = { notice: '' };

/** What can be done with an item other than posting it: each way that its reuse terms allow, and none that they do not. */
export class WaysPanel extends LitElement {
  static override styles = [labelStyles, waysStyles];
  static override properties: PropertyDeclarations = {
    about: { state: true },
    openNetworks: { state: true },
    done: { state: true },
  };

  static create(): WaysPanel {
    own('pq-share-ways', WaysPanel);
    return new WaysPanel();
  }

  private about: WaysAbout | undefined;
  private openNetworks = false;
  private done = NOTHING_YET;

  /** Shows the ways of this item. */
  show(about: WaysAbout): this {
    if (about.post.link.url !== this.about?.post.link.url) this.done = NOTHING_YET;
    this.about = about;
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void host().then((place) => {
      this.openNetworks = place.kind === 'community' && place.file.openNetworks === true;
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { about, done } = this;
    if (!about) return nothing;
    const { found, post } = about;
    const words = about.words.ways ?? ENGLISH_WAYS;
    const atPublisher = found.host === 'publisher';
    const offers = channelsFor(post.record, { openNetworks: this.openNetworks }).filter(
      // A publisher's page gets nothing but the address and the label, which it has already.
      ({ channel: { id } }) => !atPublisher || id === 'copy-link' || id === 'copy-label',
    );
    return html`<div class="face">
      ${atPublisher ? placesView(found.folder?.communities ?? [], linkOnly(post), words) : learnView(about, words)}
      <ul class="ways">
        ${waysOf(offers, post, words, this.renderRoot).map((way) => html`<li>${this.#renderWay(way, words)}</li>`)}
      </ul>
      ${missing(offers, about.words.list, words).map((sentence) => html`<p class="small">${sentence}</p>`)}
      ${done.qr ? qrView(done.qr, post.record, words) : nothing}
      <p class="says" role="status">${done.notice}</p>
      ${done.text === undefined ? nothing : textView(done.text, words)}
    </div>`;
  }

  #renderWay({ words: [name, hint], href, run, fact }: Way, words: WaysWords): TemplateResult {
    const told = html`<b>${name}</b><small>${hint}</small>`;
    return href === undefined
      ? html`<button type="button" @click=${() => run && this.#do(run, fact, words)}>${told}</button>`
      : html`<a
          href=${href}
          target=${href.startsWith('mailto:') ? nothing : '_blank'}
          rel="noopener noreferrer"
          referrerpolicy="no-referrer"
          @click=${() => this.#tell(fact)}
          >${told}</a
        >`;
  }

  async #do(run: () => Promise<Done>, fact: Way['fact'], words: WaysWords): Promise<void> {
    this.done = NOTHING_YET;
    try {
      this.done = await run();
      if (!this.done.not) this.#tell(fact);
    } catch {
      this.done = { notice: words.failed };
    }
  }

  #tell(fact: Way['fact']): void {
    const { about } = this;
    if (!fact || !about?.tell || !about.telling) return;
    const { owner, telling, post } = about;
    telling.tellFact(owner, telling.port, { fact, item: post.record.id, version: post.record.version });
  }
}

/** All of these acts are counted alike, so one sentence serves them. */
function learnView({ telling, post, tell, words, nothingSent }: WaysAbout, { learn }: WaysWords): TemplateResult {
  const preview = telling?.port.preview({ fact: 'copied', item: post.record.id, version: post.record.version });
  return html`<p class="small">
    <b>${learn}</b> ${(preview && telling?.toldBy(preview, tell, words)) ?? nothingSent}
  </p>`;
}

function textView(text: string, words: WaysWords): TemplateResult {
  return html`<textarea
    readonly
    aria-label=${words.textToCopy}
    .value=${text}
    @focus=${(event: FocusEvent) => (event.target as HTMLTextAreaElement).select()}
  ></textarea>`;
}
