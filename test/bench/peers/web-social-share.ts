import { defineCustomElement } from 'web-social-share';
import { register } from '../support/peer.js';

interface ActionSheet extends HTMLElement {
  share: unknown;
}

defineCustomElement();

register('web-social-share', {
  async start(holder) {
    const elements = [...holder.querySelectorAll<ActionSheet>('web-social-share')];
    for (const element of elements) {
      const socialShareUrl = element.getAttribute('data-url') ?? '';
      const networks = ['facebook', 'linkedin', 'reddit', 'whatsapp'] as const;
      element.share = {
        displayNames: true,
        config: [
          ...networks.map((network) => ({ [network]: { socialShareUrl } })),
          { email: { socialShareBody: socialShareUrl } },
        ],
      };
    }
    while (!elements.every(({ shadowRoot }) => shadowRoot?.querySelector('.web-social-share')))
      await new Promise((done) => requestAnimationFrame(done));
  },
});
