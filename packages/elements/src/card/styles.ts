import { css } from 'lit';

export const cardStyles = css`
  .card {
    margin-block: var(--pq-gap, 0.75rem);
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
  .card ::slotted(blockquote) {
    margin: 0.5rem 0 0;
    font-size: 0.875em;
  }
`;
