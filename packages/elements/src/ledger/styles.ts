import { css } from 'lit';

export const ledgerStyles = css`
  h2 {
    margin: 0 0 0.4em;
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }
  .says {
    max-inline-size: 68ch;
  }
  .switch {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-block-size: 2.25rem;
    margin-block: 0.75em;
    font-weight: 600;
    cursor: pointer;
  }
  input {
    inline-size: 1.1rem;
    block-size: 1.1rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  ol {
    list-style: none;
    margin: 1em 0 0;
    padding: 0;
    border-block-start: 1px solid var(--_line);
  }
  li {
    padding-block: 0.85em;
    border-block-end: 1px solid var(--_line);
  }
  .what {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 1em;
    justify-content: space-between;
    align-items: baseline;
  }
  strong {
    font-weight: 600;
  }
  .fate {
    font-size: 0.8125em;
    color: var(--_soft);
  }
  .fate.stored::before {
    content: '✓ ' / '';
  }
  .fate:is(.refused, .lost) {
    color: inherit;
    font-weight: 600;
  }
  .fate:is(.refused, .lost)::before {
    content: '✕ ' / '';
  }
  pre {
    margin: 0.4em 0 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .empty {
    margin-block: 1.25em;
    padding: 1em 1.25em;
    background: var(--_wash);
    border-radius: var(--_radius);
    color: var(--_soft);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
    margin-block-start: 0.75em;
  }
  .acts button {
    min-block-size: 2.25rem;
  }
`;
