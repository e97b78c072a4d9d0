import { css } from 'lit';

/** The label: quiet and typographic. It takes the host's font and ink, and works on any ground. */
export const labelStyles = css`
  :host {
    display: block;
    --_ink: var(--pq-ink, currentColor);
    --_soft: color-mix(in srgb, var(--_ink) 72%, transparent);
    --_line: color-mix(in srgb, var(--_ink) 22%, transparent);
    --_wash: color-mix(in srgb, var(--_ink) 5%, transparent);
    --_accent: var(--pq-accent, #0b6e66);
    --_accent: var(--pq-accent, light-dark(#0b6e66, #6ccabe));
    --_radius: var(--pq-radius, 0.25rem);
  }
  :host([hidden]) {
    display: none;
  }
  /* Not on the host: stored text that waits in it keeps the forum's own type until something takes its place. */
  .face {
    color: var(--_ink);
    font-size: var(--pq-font-size, 1em);
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-align: start;
  }
  p,
  h3,
  blockquote,
  figure,
  ul,
  ol {
    margin: 0;
    padding: 0;
    font: inherit;
    list-style: none;
  }
  /* Each line runs as its own first letter does, and keeps to the side of the page around it. */
  p,
  h3,
  blockquote,
  figcaption,
  .foot > * {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  a,
  button {
    color: inherit;
    text-decoration: underline 1px;
    text-underline-offset: 0.2em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :is(a, button, input, textarea, summary):focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 2px;
  }
  svg {
    inline-size: 0.875em;
    block-size: 0.875em;
    flex: none;
    translate: 0 0.08em;
    fill: currentColor;
  }
  svg.line {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
  }
  /* The mark hangs, so that long words wrap beside it and never leave it alone on a line. */
  .state {
    padding-inline-start: 1.4em;
  }
  .state svg {
    margin-inline: -1.4em 0.525em;
  }
  .state,
  .who,
  .kind,
  .risk,
  .box,
  .foot {
    font-size: 0.875em;
  }
  b,
  strong,
  .title {
    font-weight: 650;
  }
  /* An arrow points to what comes next. */
  .state.superseded svg:dir(rtl) {
    scale: -1 1;
  }
  .state.verified :is(svg, strong) {
    color: var(--_accent);
  }
  .by,
  .small,
  .foot span,
  small {
    color: var(--_soft);
  }
  .small,
  small {
    font-size: 0.8125em;
  }
  /* Below 550, because a font of two weights would make it as heavy as the title. */
  .who {
    font-weight: 500;
    /* Our own sentence, whichever script its first name is written in. */
    unicode-bidi: isolate;
  }
  .box,
  [data-do='share'] {
    font-weight: 600;
  }
  .title {
    font-size: 1.125em;
    line-height: 1.3;
    margin-block: 0.6em 0.15em;
    text-wrap: pretty;
  }
  .excerpt {
    font-family: var(--pq-quote-font, Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif);
    font-size: 1.0625em;
    max-inline-size: 68ch;
  }
  .excerpt,
  .box,
  figure {
    margin-block: 0.6em;
  }
  .box {
    border: 2px solid currentColor;
    padding: 0.5em 0.75em;
  }
  .small,
  .risk {
    margin-block-start: 0.45em;
    max-inline-size: 80ch;
  }
  .small b {
    color: var(--_ink);
  }
  [part='details'] > :first-child {
    margin-block-start: 1em;
  }
  aside {
    border-inline-start: 1px solid;
    padding-inline-start: 0.75em;
    margin-block: 0.6em;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.1em;
    margin-block-start: 0.55em;
    padding-block-start: 0.35em;
    border-block-start: 1px solid var(--_line);
  }
  .foot > *,
  .foot button {
    min-block-size: 1.75rem;
    align-content: center;
  }
  summary {
    cursor: pointer;
    min-block-size: 1.5rem;
    inline-size: fit-content;
  }
  :is(figure, aside) .foot {
    border: 0;
    margin: 0;
    padding: 0;
  }
  a small {
    display: inline-block;
    margin-inline: 0.4em;
  }
  :is(img, video, audio) {
    display: block;
    max-inline-size: 100%;
  }
  button {
    font: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
  }
  @media print {
    button {
      display: none;
    }
    a::after {
      content: ' ' attr(href);
    }
  }
`;
