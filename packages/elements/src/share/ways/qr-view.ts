import { html, type TemplateResult } from 'lit';
import { clean, type RenderRecord } from '@pullquote/record/reader';
import type { QrDrawing } from './qr.js';
import { fileName, save } from './save.js';
import type { WaysWords } from './words.js';

/** The code, what it is in words, and the way to keep it. */
export function qrView(qr: QrDrawing, { title }: RenderRecord, words: WaysWords): TemplateResult {
  return html`<figure class="qr">
    <svg role="img" aria-label=${words.qrOf(clean(title))} viewBox="0 0 ${qr.side} ${qr.side}">
      <path class="ground" d="M0 0h${qr.side}v${qr.side}H0z"></path>
      <path d=${qr.path}></path>
    </svg>
    <figcaption>
      <button type="button" @click=${() => keep(qr, title)}>${words.saveQr}</button>
    </figcaption>
  </figure>`;
}

async function keep(qr: QrDrawing, title: string): Promise<void> {
  const { qrFile } = await import('./qr.js');
  save(qrFile(qr), fileName(title, 'svg'));
}
