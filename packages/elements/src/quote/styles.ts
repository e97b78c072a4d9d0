import { css } from 'lit';

export const quoteStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem 0.9rem;
    margin-block-start: var(--pq-gap, 0.75rem);
    padding-block-start: 0.6rem;
    border-block-start: 1px solid var(--_line);
  }
  .bar .small {
    margin: 0;
    flex: 1 1 16rem;
    min-inline-size: 0;
  }
  .panel,
  .near {
    font-size: 0.9375rem;
  }
  .panel {
    margin-block-start: 0.6rem;
    border-inline-start: 3px solid var(--_accent);
    padding-inline-start: 1rem;
  }
  .near {
    position: absolute;
    inset: auto;
    box-sizing: border-box;
    inline-size: max-content;
    max-inline-size: min(26rem, calc(100vi - 1rem));
    max-block-size: min(24rem, 60vb);
    overflow: auto;
    overscroll-behavior: contain;
    margin: 0;
    padding: 0.6rem 0.75rem;
    border: 1px solid color-mix(in srgb, CanvasText 25%, Canvas);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--pq-ground, Canvas);
    --_ink: var(--pq-ink, CanvasText);
    font-weight: 400;
    letter-spacing: normal;
    text-transform: none;
    box-shadow: 0 0.4rem 1.4rem rgb(0 0 0 / 0.2);
    z-index: 1;
  }
  .near:not(:popover-open) {
    display: none;
  }
  .why {
    font-weight: 600;
    font-size: 0.875rem;
    margin-block-end: 0.35rem;
  }
  .excerpt {
    display: block;
    white-space: pre-line;
    margin-block: 0.35em;
  }
  span.small {
    display: block;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1rem;
    align-items: center;
    margin-block-start: 0.5rem;
  }
  .near .acts {
    position: sticky;
    inset-block-end: -0.6rem;
    background: var(--pq-ground, Canvas);
    padding-block: 0.4rem;
    margin-block-start: 0.1rem;
  }
  .says:empty {
    display: none;
  }
  button {
    min-block-size: 2.25rem;
  }
  button.quote,
  button.main {
    font-weight: 600;
    text-decoration: none;
    border: 1.5px solid currentColor;
    border-radius: var(--_radius);
    padding-inline: 0.9em;
  }
  button.quote svg {
    margin-inline-end: 0.45em;
  }
  button.main {
    color: var(--pq-ground, Canvas);
    background: var(--_accent);
    border-color: var(--_accent);
  }
  .choices label {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.6rem;
    padding: 0.4rem;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .choices label:has(:checked) {
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  .choices .excerpt {
    margin: 0;
  }
  input {
    margin: 0;
    inline-size: 1rem;
    block-size: 1rem;
    translate: 0 0.2rem;
    accent-color: var(--_accent);
  }
  textarea {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 6rem;
    font: inherit;
    color: inherit;
    background: var(--pq-ground, Canvas);
  }
  @media (pointer: coarse) {
    button {
      min-block-size: 2.75rem;
    }
  }
  @media (forced-colors: active) {
    button.main {
      color: ButtonText;
      border-color: ButtonText;
    }
    .choices label:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    .bar,
    .panel,
    .near {
      display: none;
    }
  }
`;
