/** Something that a click opens. The functions run in the measured page and know nothing of this file. */
export interface Opener {
  readonly name: 'a div' | 'pq-share' | 'web-social-share';
  /** What is clicked. */
  readonly button: string;
  readonly isShown: () => boolean;
  readonly close: () => void;
  /** What it shows once it has everything, where that comes later. */
  readonly settled?: string;
}

export const OPENERS: readonly Opener[] = [
  {
    name: 'a div',
    button: '#toggle',
    isShown: () => document.querySelector<HTMLElement>('#plain')?.hidden === false,
    close: () => document.querySelector('#plain')?.toggleAttribute('hidden', true),
  },
  {
    name: 'pq-share',
    button: 'pq-share [part=button]',
    isShown: () => {
      const dialog = document.querySelector('pq-share')?.shadowRoot?.querySelector('pq-share-dialog');
      return dialog?.shadowRoot?.querySelector('dialog')?.open === true;
    },
    close: () => {
      const dialog = document.querySelector('pq-share')?.shadowRoot?.querySelector('pq-share-dialog');
      dialog?.shadowRoot?.querySelector('dialog')?.close();
    },
    settled: 'pq-share-dialog .post',
  },
  {
    name: 'web-social-share',
    button: '#sheet',
    isShown: () =>
      document.querySelector('web-social-share')?.shadowRoot?.querySelector('.web-social-share-open') != null,
    close: () => document.querySelector('web-social-share')?.setAttribute('show', 'false'),
  },
];

/** The host page's own script: it wires the two buttons that are not ours. */
export const HOST_SCRIPT = `import { connect } from '/pq/pullquote.js';
connect({ destinations: [{ id: 't1', label: 'Statins and macrolides', visibility: 'members' }] });
const on = (button, work) => document.querySelector(button).addEventListener('click', work);
on('#toggle', () => { document.querySelector('#plain').hidden = false; });
on('#sheet', () => document.querySelector('web-social-share').setAttribute('show', 'true'));
await globalThis.peers['web-social-share'].start(document.body);
`;

export const yardstickStyle = ({ width, height }: { width: number; height: number }) => `#plain {
  position: fixed; inset: 0; margin: auto; box-sizing: border-box; inline-size: ${width}px; block-size: ${height}px;
  background: Canvas; border: 1px solid; box-shadow: 0 1.5rem 4rem rgb(0 0 0 / 0.28);
}
#plain[hidden] { display: none }`;
