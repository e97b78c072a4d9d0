import { css } from 'lit';

/** On a small screen the dialog is a sheet; where there is hardly any height, as with large text, nothing stays in place. */
export const dialogStyles = css`
  dialog {
    box-sizing: border-box;
    inline-size: min(42rem, 100vi);
    max-block-size: min(100dvb - 2rem, 54rem);
    padding: 0;
    border: 1px solid color-mix(in srgb, CanvasText 25%, Canvas);
    border-radius: calc(var(--_radius) * 2);
    background: var(--pq-ground, Canvas);
    color: var(--pq-ink, CanvasText);
    font-size: 1rem;
    font-weight: 400;
    letter-spacing: normal;
    text-transform: none;
    box-shadow: 0 1.5rem 4rem rgb(0 0 0 / 0.28);
    overflow: hidden;
    overscroll-behavior: contain;
  }
  dialog[open],
  form {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  .top,
  .body,
  .end {
    padding-inline: clamp(1rem, 5vi, 2rem);
  }
  .top {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 1rem;
    padding-block: 0.35rem;
    color: var(--_soft);
    border-block-end: 1px solid var(--_line);
  }
  h2 {
    margin: 0;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .close {
    min-inline-size: 2.25rem;
    min-block-size: 2.25rem;
    margin-inline-end: -0.6rem;
    font-size: 1.375rem;
    line-height: 1;
    text-decoration: none;
  }
  .body {
    overflow-y: auto;
    overscroll-behavior: contain;
    padding-block: 1.25rem 1.5rem;
  }
  .body > * + *,
  .body > .says {
    margin-block-start: 1.5rem;
  }
  .source {
    border-inline-start: 3px solid var(--_accent);
    padding-inline-start: 1rem;
  }
  .own {
    display: block;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  legend,
  .name,
  .more > summary {
    padding: 0;
    font-weight: 600;
    font-size: 0.9375rem;
  }
  legend,
  .own .name {
    display: block;
    margin-block-end: 0.4rem;
  }
  .hint,
  .choice small {
    display: block;
    color: var(--_soft);
    font-size: 0.8125rem;
  }
  .hint {
    margin-block-start: 0.3rem;
  }
  input[type='search'],
  textarea {
    box-sizing: border-box;
    inline-size: 100%;
    font: inherit;
    color: inherit;
    background: var(--pq-ground, Canvas);
    border: 1px solid color-mix(in srgb, CanvasText 45%, Canvas);
    border-radius: var(--_radius);
    padding: 0.5rem 0.65rem;
  }
  textarea {
    display: block;
    min-block-size: 5.5rem;
    resize: vertical;
    field-sizing: content;
    max-block-size: 40dvb;
  }
  .choices {
    margin-block-start: 0.4rem;
    max-block-size: min(17rem, 50vb);
    overflow-y: auto;
  }
  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.1rem 0.65rem;
    align-items: baseline;
    padding: 0.45rem 0.5rem;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .choice:hover {
    background: var(--_wash);
  }
  .choice:has(:checked) {
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  .choice input {
    margin: 0;
    inline-size: 1rem;
    block-size: 1rem;
    accent-color: var(--_accent);
    translate: 0 0.15rem;
  }
  .quote {
    font-family: var(--pq-quote-font, Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif);
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  .choice:has(:checked) .quote {
    -webkit-line-clamp: none;
  }
  .learn {
    background: var(--_wash);
    border-radius: var(--_radius);
    padding: 0.75rem 0.9rem;
    font-size: 0.9375rem;
  }
  .end {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem 1.25rem;
    align-items: center;
    padding-block: 0.75rem;
    border-block-start: 1px solid var(--_line);
  }
  .end button {
    min-block-size: 2.5rem;
  }
  .post {
    font-weight: 650;
    text-decoration: none;
    color: var(--pq-ground, Canvas);
    background: var(--_accent);
    border-radius: var(--_radius);
    padding-inline: 1.6rem;
  }
  .post[aria-disabled='true'] {
    opacity: 0.6;
    cursor: progress;
  }
  .says {
    flex: 1 1 12rem;
    margin: 0;
    font-size: 0.9375rem;
  }
  .says.wrong {
    flex-basis: 100%;
    order: -1;
    border-inline-start: 4px double currentColor;
    padding-inline-start: 0.75rem;
    font-weight: 600;
  }
  .posted {
    font-size: 1.125rem;
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .post {
      border: 2px solid ButtonText;
      color: ButtonText;
      background: ButtonFace;
    }
    .choice:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .learn {
      border: 1px solid;
    }
  }
  @media (max-width: 30rem), (max-height: 30rem) {
    dialog {
      inset-block: var(--_from, 0) auto;
      inline-size: 100vi;
      max-inline-size: 100vi;
      block-size: var(--_room, 100dvb);
      max-block-size: none;
      border: 0;
      border-radius: 0;
    }
    form,
    .body {
      flex: 1;
    }
    .choices {
      max-block-size: none;
    }
  }
  @media (max-height: 24rem) {
    dialog,
    form {
      display: block;
      overflow-y: auto;
    }
  }
`;
