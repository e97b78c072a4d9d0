import { css } from 'lit';

const learnStyles = css`
  dl {
    margin-block: 0.4rem;
  }
  dl div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
  }
  dt {
    inline-size: 13em;
    color: var(--_soft);
  }
  dd {
    margin: 0;
    flex: 1 1 12em;
  }
  .switch {
    display: flex;
    gap: 0.6rem;
    align-items: center;
    min-block-size: 2rem;
    margin-block-start: 0.35rem;
    cursor: pointer;
  }
  .switch input {
    inline-size: 1.1rem;
    block-size: 1.1rem;
    accent-color: var(--_accent);
    margin: 0;
  }
`;

/** Dresses the switch and the fact, which load later than what they stand in. */
export function dress(root: ParentNode): void {
  const { styleSheet } = learnStyles;
  if (!(root instanceof ShadowRoot) || !styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
