import { createElement as h, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';
import {
  EmailIcon,
  EmailShareButton,
  FacebookIcon,
  FacebookShareButton,
  LinkedinIcon,
  LinkedinShareButton,
  RedditIcon,
  RedditShareButton,
  WhatsappIcon,
  WhatsappShareButton,
} from 'react-share';
import { register } from '../support/peer.js';

function Row({ url, title }: { url: string; title: string }) {
  return h(
    'div',
    null,
    h(FacebookShareButton, { url, children: h(FacebookIcon, { size: 32, round: true }) }),
    h(LinkedinShareButton, { url, title, children: h(LinkedinIcon, { size: 32, round: true }) }),
    h(RedditShareButton, { url, title, children: h(RedditIcon, { size: 32, round: true }) }),
    h(WhatsappShareButton, { url, title, children: h(WhatsappIcon, { size: 32, round: true }) }),
    h(EmailShareButton, { url, subject: title, children: h(EmailIcon, { size: 32, round: true }) }),
  );
}

/** One React root with a portal into each place: the cheapest way to have many on a page that is not React's. */
function Rows({ places, onReady }: { places: HTMLElement[]; onReady: () => void }) {
  useEffect(onReady);
  return places.map((place, n) =>
    createPortal(h(Row, { url: place.dataset['url'] ?? '', title: place.dataset['title'] ?? '' }), place, String(n)),
  );
}

register('react-share', {
  start: (holder) =>
    new Promise((onReady) => {
      const places = [...holder.querySelectorAll<HTMLElement>('.react-share')];
      createRoot(document.createElement('div')).render(h(Rows, { places, onReady }));
    }),
});
