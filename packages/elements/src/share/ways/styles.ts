import { css } from 'lit';

export const waysStyles = css`
  ul {
    list-style: none;
  }
  .ways,
  .places {
    display: grid;
    gap: 0.5rem;
    margin-block: 0.75rem;
  }
  .ways {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
  }
  .ways :is(a, button),
  .places a {
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    inline-size: 100%;
    padding: 0.6rem 0.8rem;
    text-align: start;
    text-decoration: none;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .ways :is(a, button):hover,
  .places a:hover {
    background: var(--_wash);
    border-color: currentColor;
  }
  b {
    display: block;
    font-weight: 600;
  }
  .places a {
    font-weight: 600;
  }
  .small b {
    display: inline;
  }
  :is(a, button) small {
    display: block;
    margin: 0;
    color: var(--_soft);
    font-size: 0.8125rem;
    line-height: 1.4;
  }
  .says {
    margin-block: 0.5rem;
    font-size: 0.9375rem;
  }
  textarea {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 8rem;
    font: inherit;
    font-size: 0.875rem;
    color: inherit;
    background: var(--pq-ground, Canvas);
    border: 1px solid color-mix(in srgb, CanvasText 45%, Canvas);
    border-radius: var(--_radius);
    padding: 0.5rem 0.65rem;
  }
  .qr {
    margin: 0.75rem 0;
    inline-size: min(100%, 14rem);
    text-align: center;
  }
  /* Black on white in every scheme: cameras read nothing else. */
  .qr svg {
    inline-size: 100%;
    block-size: auto;
    translate: none;
    forced-color-adjust: none;
    shape-rendering: crispEdges;
    fill: #000;
  }
  .qr .ground {
    fill: #fff;
  }
  .qr button {
    min-block-size: 2rem;
  }
`;
