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
  /* Not on the host: stored text that waits in it keeps the forum's own type until something takes its place. */
  .face {
    color: var(--_ink);
    font-size: var(--pq-font-size, 1em);
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  p,
  h3,
  blockquote,
  ul {
    margin: 0;
    padding: 0;
    font: inherit;
  }
  a {
    color: inherit;
    text-decoration-thickness: 1px;
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
  }
  svg.solid {
    fill: currentColor;
  }
  svg.line {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
  }
  .state {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 0.6em;
    align-items: baseline;
    font-size: 0.875em;
  }
  .state strong {
    font-weight: 650;
  }
  .verified svg,
  .verified strong {
    color: var(--_accent);
  }
  .by,
  .small {
    color: var(--_soft);
  }
  .small {
    font-size: 0.8125em;
  }
  .who {
    font-size: 0.875em;
    font-weight: 550;
    margin-block-start: 0.15em;
  }
  .title {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
    margin-block: 0.6em 0.15em;
    text-wrap: pretty;
  }
  .kind {
    font-size: 0.875em;
  }
  .excerpt {
    font-family: var(--pq-quote-font, Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif);
    font-size: 1.0625em;
    line-height: 1.55;
    margin-block: 0.6em;
    max-inline-size: 68ch;
  }
  .box {
    border: 2px solid currentColor;
    padding: 0.5em 0.75em;
    margin-block: 0.6em;
    font-size: 0.875em;
    font-weight: 550;
  }
  .small {
    margin-block-start: 0.45em;
    max-inline-size: 80ch;
  }
  .small b {
    font-weight: 600;
    color: var(--_ink);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.1em;
    align-items: center;
    margin-block-start: 0.55em;
    padding-block-start: 0.35em;
    border-block-start: 1px solid var(--_line);
    font-size: 0.875em;
  }
  .foot > * {
    min-block-size: 1.75rem;
    display: inline-flex;
    align-items: center;
  }
  .foot span {
    color: var(--_soft);
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  @media print {
    button {
      display: none;
    }
  }
`;
