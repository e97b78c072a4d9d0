/** The report's style sheet, served at /report.css: the page's policy allows no other. */
export const REPORT_CSS = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --ink: #1c1b19; --soft: #5f5b53; --rule: #d8d3c7; --hair: #e8e4da; --accent: #2a4b6e; --tint: #f3f0e8;
  --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', Georgia, 'Noto Serif', 'DejaVu Serif', serif;
  --sans: ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181a; --ink: #ebe7df; --soft: #a8a297; --rule: #45423c; --hair: #2d2c29; --accent: #93b7de; --tint: #1f2022;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 var(--serif); background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
body { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: 0.5rem 0.75rem; }

header { border-top: 3px solid var(--ink); border-bottom: 1px solid var(--ink); padding: 0.75rem 0 1.25rem; }
.kicker { margin: 0 0 1.75rem; font: 0.78rem/1.4 var(--sans); letter-spacing: 0.06em; color: var(--soft); }
.mark { color: var(--accent); }
h1 { margin: 0; font-size: clamp(1.75rem, 1.2rem + 2.6vw, 2.75rem); line-height: 1.15; font-weight: 400; letter-spacing: -0.01em; overflow-wrap: anywhere; }
.dateline { margin: 0.5rem 0 0; color: var(--soft); font-style: italic; overflow-wrap: anywhere; }
.sep { padding: 0 0.25em; font-style: normal; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 1rem 0 0; padding: 0; list-style: none; font: 0.875rem/1.5 var(--sans); }
nav a[aria-current] { color: inherit; text-decoration: none; border-bottom: 2px solid var(--accent); }

.out { margin: 1rem 0 0; font: 0.85rem/1.5 var(--sans); color: var(--soft); overflow-wrap: anywhere; }
.out button { margin-left: 0.4em; padding: 0; border: 0; background: none; color: var(--accent); font: inherit; text-decoration: underline; text-underline-offset: 0.15em; cursor: pointer; }

.figures { display: grid; grid-template-columns: repeat(3, 1fr); margin: 0; border-bottom: 1px solid var(--ink); }
.figures > div { padding: 1.25rem 1.5rem 1.35rem; border-left: 1px solid var(--rule); }
.figures > div:first-child { border-left: 0; padding-left: 0; }
.figures dt { font: 0.8rem/1.4 var(--sans); letter-spacing: 0.04em; color: var(--soft); }
.figures dd { margin: 0; }
.figures .n { display: block; font-size: clamp(2rem, 1.3rem + 3.4vw, 3.5rem); line-height: 1.1; font-variant-numeric: lining-nums; }
.figures .meaning { font-style: italic; color: var(--soft); }

section { margin-top: 3rem; }
h2 { margin: 0 0 0.6rem; font-size: 1.25rem; line-height: 1.3; font-weight: 600; }
p { max-width: 42rem; margin: 0 0 0.75rem; }
.pair { display: grid; grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr); gap: 0 2.5rem; align-items: start; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.95rem; }
thead th { padding: 0.3rem 0.75rem 0.35rem 0; border-top: 1px solid var(--ink); border-bottom: 1px solid var(--rule); font: 0.78rem/1.4 var(--sans); color: var(--soft); text-align: left; white-space: nowrap; vertical-align: bottom; }
tbody th, td { padding: 0.55rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--hair); text-align: left; vertical-align: top; font-weight: 400; }
tbody tr:last-child > * { border-bottom-color: var(--rule); }
tbody th { min-width: 11rem; }
.pair tbody th { min-width: 8.5rem; }
tbody tr:has(+ tr .part) > * { border-bottom-color: transparent; }
tr:has(.part) > * { padding-top: 0; }
#by-day ~ .scroll tbody th, #by-day ~ .scroll td { padding-top: 0.3rem; padding-bottom: 0.25rem; }
th:last-child, td:last-child { padding-right: 0; }
thead .num, td.num { text-align: right; padding-left: 0.75rem; font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
#by-item ~ .scroll th:last-child, #by-item ~ .scroll td:last-child { padding-left: 1.5rem; width: 11rem; }
#by-community ~ .scroll th:last-child, #by-community ~ .scroll td:last-child { padding-left: 1rem; }
.title { font-weight: 600; }
.urn { font: 0.78rem/1.45 var(--sans); color: var(--soft); overflow-wrap: anywhere; }
.version { font: 0.78rem/1.45 var(--sans); color: var(--soft); white-space: nowrap; }
.part { padding-left: 1.25rem; font-style: italic; color: var(--soft); }
.depth { display: inline-block; min-width: 1.25em; font-weight: 600; font-variant-numeric: lining-nums; }
.day { white-space: nowrap; }
.none { color: var(--soft); }
.more { margin-top: 0.6rem; font-style: italic; color: var(--soft); }

.bars { display: block; width: 100%; }
.bars.small { height: 1.5rem; min-width: 8rem; }
.bars.wide { height: 5rem; }
.bars rect { fill: var(--accent); }
.bars line { stroke: var(--rule); stroke-width: 1; vector-effect: non-scaling-stroke; }
figure { margin: 0.25rem 0 1.25rem; }
figcaption { margin-top: 0.4rem; font-style: italic; color: var(--soft); }

.note { padding: 1.1rem 1.5rem 0.5rem; background: var(--tint); border-left: 3px solid var(--accent); }
.empty { padding: 0.5rem 0 0; }
.empty h2 { font-size: 1.5rem; font-weight: 400; }
code { font: 0.85em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; overflow-wrap: anywhere; }
footer { margin-top: 3.5rem; padding-top: 0.75rem; border-top: 1px solid var(--ink); font-size: 0.9rem; color: var(--soft); }
footer p { margin-bottom: 0.25rem; }

@media (max-width: 46rem) {
  .pair { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 34rem) {
  body { padding: 1rem 1rem 3rem; }
  .kicker { margin-bottom: 1rem; }
  .figures > div { padding: 0.9rem 0.6rem 1rem; }
  .figures .meaning { display: block; font-size: 0.85rem; line-height: 1.35; }
  section { margin-top: 2.25rem; }
  table { font-size: 0.9rem; }
  thead th, tbody th, td { padding-right: 0.4rem; }
  thead .num, td.num { padding-left: 0.4rem; }
  tbody th, .pair tbody th { min-width: 8rem; }
  #by-item ~ .scroll th:last-child, #by-item ~ .scroll td:last-child { padding-left: 1rem; }
  .note { padding: 0.9rem 1rem 0.4rem; }
}
@media (forced-colors: active) {
  .bars rect { fill: CanvasText; }
  .bars line { stroke: CanvasText; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #999; --hair: #ccc; --accent: #000; --tint: #fff; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .skip, nav, .out { display: none; }
  .scroll { overflow: visible; }
  .bars rect { print-color-adjust: exact; }
  section { margin-top: 1.5rem; }
  tr, figure, .note { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
}
`;

/** The mark beside the name, as the page's icon. */
export const ICON_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M8 1l6 7-6 7-6-7z" fill="#4a7099"/></svg>';
