/** The moderators' style sheet, served at /pq/moderation.css: the page's policy allows no other. */
export const MODERATION_CSS = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --ink: #1c1b19; --soft: #5f5b53; --rule: #cfc9bc; --hair: #e8e4da; --accent: #2a4b6e; --tint: #f3f0e8;
  --alert: #7a3410;
  --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', Georgia, 'Noto Serif', 'DejaVu Serif', serif;
  --sans: ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181a; --ink: #ebe7df; --soft: #a8a297; --rule: #4a4740; --hair: #2d2c29; --accent: #93b7de; --tint: #1f2022;
    --alert: #eeb48d;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 var(--serif); background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
body { max-width: 58rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: 0.5rem 0.75rem; }
.only-heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

header { border-top: 3px solid var(--ink); border-bottom: 1px solid var(--ink); padding: 0.75rem 0 1.25rem; }
.kicker { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1.5rem; max-width: none; margin: 0 0 1.75rem; font: 0.78rem/1.4 var(--sans); letter-spacing: 0.06em; color: var(--soft); }
.kicker a { letter-spacing: 0; }
.mark { color: var(--accent); }
h1 { margin: 0; font-size: clamp(1.75rem, 1.2rem + 2.6vw, 2.75rem); line-height: 1.15; font-weight: 400; letter-spacing: -0.01em; text-wrap: balance; }
.dateline { margin: 0.5rem 0 0; color: var(--soft); font-style: italic; }
.alert { margin: 1.25rem 0 0; max-width: none; padding: 0.75rem 1rem; border-left: 3px solid var(--alert); background: var(--tint); color: var(--alert); }
.alert a { color: inherit; }

.figures { display: grid; grid-template-columns: repeat(3, 1fr); margin: 0; border-bottom: 1px solid var(--ink); }
.figures > div { padding: 1.25rem 1.5rem 1.35rem; border-left: 1px solid var(--rule); }
.figures > div:first-child { border-left: 0; padding-left: 0; }
.figures dt { font: 0.8rem/1.4 var(--sans); letter-spacing: 0.04em; color: var(--soft); }
dd { margin: 0; }
.figures .n { display: block; font-size: clamp(2rem, 1.3rem + 3.4vw, 3.25rem); line-height: 1.1; font-variant-numeric: lining-nums; }
.figures .meaning { display: block; font-style: italic; color: var(--soft); line-height: 1.4; }

section { margin-top: 3rem; }
h2 { margin: 0 0 0.6rem; font-size: 1.25rem; line-height: 1.3; font-weight: 600; }
h3 { margin: 1.75rem 0 0.4rem; font: 600 0.8rem/1.4 var(--sans); letter-spacing: 0.04em; color: var(--soft); }
p { max-width: 42rem; margin: 0 0 0.75rem; }
.empty { color: var(--soft); font-style: italic; }
.more { margin-top: 0.6rem; font-style: italic; color: var(--soft); }

.publisher { border-top: 1px solid var(--ink); padding-top: 1.25rem; }
.figures + .publisher { border-top: 0; padding-top: 0; margin-top: 2.25rem; }
.title-line { display: flex; flex-wrap: wrap; align-items: flex-start; justify-content: space-between; gap: 0.75rem 2rem; }
.title-line > div { flex: 1 1 16rem; }
.publisher h2 { margin: 0; font-size: 1.6rem; font-weight: 400; }
.origin { margin: 0.1rem 0 0; font: 0.82rem/1.5 var(--sans); color: var(--soft); }
.state { font: 600 0.82rem/1.5 var(--sans); color: var(--alert); }
.origin .state::before { content: '· '; }
details { max-width: 22rem; font: 0.9rem/1.5 var(--sans); }
details[open] { padding: 0.75rem 1rem 1rem; border: 1px solid var(--rule); background: var(--tint); }
summary { width: fit-content; margin-left: auto; padding: 0.35rem 0; color: var(--accent); text-decoration: underline 1px; text-underline-offset: 0.15em; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
details[open] summary { margin-left: 0; color: inherit; font-weight: 600; text-decoration: none; }
button { padding: 0.45rem 0.9rem; border: 1px solid var(--accent); background: transparent; color: var(--accent); font: 600 0.9rem/1.4 var(--sans); cursor: pointer; }
button:hover { background: var(--accent); color: var(--paper); }

.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.95rem; }
thead th { padding: 0.3rem 0.75rem 0.35rem 0; border-top: 1px solid var(--ink); border-bottom: 1px solid var(--rule); font: 0.78rem/1.4 var(--sans); color: var(--soft); text-align: left; white-space: nowrap; vertical-align: bottom; }
tbody th, td { padding: 0.5rem 0.75rem 0.45rem 0; border-bottom: 1px solid var(--hair); text-align: left; vertical-align: top; font-weight: 400; line-height: 1.45; }
tbody:last-child tr:last-child > * { border-bottom-color: var(--rule); }
tbody th { min-width: 9rem; }
th:last-child, td:last-child { padding-right: 0; }
.num { text-align: right; padding-left: 0.75rem; font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
thead .num { text-align: right; }
.num + td:not(.num), .num + th:not(.num) { padding-left: 1.5rem; }
.group th { padding-top: 0.9rem; border-bottom: 0; }
.group .title { font-weight: 600; }
.group .when { margin-left: 0.35em; font-style: italic; color: var(--soft); white-space: nowrap; }
.group + tr > * { padding-top: 0.1rem; }
.code { font: 0.78rem/1.45 var(--sans); color: var(--soft); white-space: nowrap; }
.week { white-space: nowrap; }
.none { color: var(--soft); }

.note { padding: 1.25rem 1.5rem 0.6rem; background: var(--tint); border-left: 3px solid var(--accent); }
.odds { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 1.5rem; margin: 1rem 0 1.25rem; }
.odds dt { font: 0.8rem/1.4 var(--sans); color: var(--soft); }
.odds dd { line-height: 1.4; }
.odds strong { font-size: 1.5rem; font-weight: 400; font-variant-numeric: lining-nums; }
.odds .code { display: block; margin-top: 0.15rem; }
.settings { margin: 0; border-top: 1px solid var(--ink); }
.settings > div { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 0 1.5rem; padding: 0.5rem 0 0.45rem; border-bottom: 1px solid var(--hair); }
.settings > div:last-child { border-bottom-color: var(--rule); }
.settings dt { color: var(--soft); }
code { font: 0.85em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; }
.lede { margin-top: 1.5rem; font-size: 1.15rem; }
footer { margin-top: 3.5rem; padding-top: 0.75rem; border-top: 1px solid var(--ink); font-size: 0.9rem; color: var(--soft); }

@media (max-width: 38rem) {
  body { padding: 1rem 1rem 3rem; }
  .kicker { margin-bottom: 1rem; }
  .figures > div { padding: 0.9rem 0.6rem 1rem; }
  .figures .meaning { font-size: 0.85rem; }
  section { margin-top: 2.25rem; }
  table { font-size: 0.9rem; }
  thead th, tbody th, td { padding-right: 0.5rem; }
  .num { padding-left: 0.4rem; }
  .num + td:not(.num), .num + th:not(.num) { padding-left: 0.9rem; }
  tbody th { min-width: 6.5rem; }
  tbody th .week { white-space: normal; }
  summary { margin-left: 0; }
  .note { padding: 1rem 1rem 0.4rem; }
  .odds { grid-template-columns: minmax(0, 1fr); gap: 0.75rem; }
  .settings > div { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 26rem) {
  .figures { grid-template-columns: minmax(0, 1fr); padding: 0.4rem 0; }
  .figures > div, .figures > div:first-child { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); gap: 0 0.75rem; align-items: baseline; padding: 0.4rem 0; border-left: 0; }
  .figures dt { grid-column: 2; }
  .figures dd { display: contents; }
  .figures .n { grid-row: 1 / span 2; grid-column: 1; text-align: right; }
  .figures .meaning { grid-column: 2; }
}
@media (forced-colors: active) {
  .note, .alert { border: 1px solid; border-left-width: 3px; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #999; --hair: #ccc; --accent: #000; --tint: #fff; --alert: #000; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .skip, details, form { display: none; }
  .scroll { overflow: visible; }
  section { margin-top: 1.5rem; }
  tr, .note, .settings > div { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  thead { display: table-header-group; }
}
`;
