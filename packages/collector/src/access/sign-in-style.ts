/** Style sheet of the sign-in page and of its kin, served at /sign-in.css: their policy allows no other. */
export const SIGN_IN_CSS = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --ink: #1c1b19; --soft: #5f5b53; --rule: #d8d3c7; --accent: #2a4b6e; --on-accent: #fff; --field: #fff;
  --edge: #8a8478; --wrong: #8c2f1b; --tint: #f3f0e8;
  --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', Georgia, 'Noto Serif', 'DejaVu Serif', serif;
  --sans: ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181a; --ink: #ebe7df; --soft: #a8a297; --rule: #45423c; --accent: #93b7de; --on-accent: #12181f; --field: #101113;
    --edge: #7d786d; --wrong: #f0a48f; --tint: #1f2022;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 var(--serif); background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; min-height: 100dvh; display: grid; align-items: center; padding: 2rem 1.5rem; }
main { width: 100%; max-width: 31rem; margin: 0 auto; padding-bottom: 10vh; border-top: 3px solid var(--ink); }
.kicker { margin: 0; padding: 0.75rem 0 0.7rem; border-bottom: 1px solid var(--rule); font: 0.8rem/1.4 var(--sans); letter-spacing: 0.04em; }
.mark { color: var(--accent); margin-right: 0.15em; }
.soft { color: var(--soft); }
h1 { margin: 2.25rem 0 1.5rem; font-size: clamp(1.75rem, 1.35rem + 2vw, 2.35rem); line-height: 1.15; font-weight: 400; letter-spacing: -0.012em; text-wrap: balance; }
.lede { margin: -0.5rem 0 1.5rem; font-size: 1.05rem; overflow-wrap: anywhere; }
p { margin: 0 0 0.75rem; }
a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
form { margin: 0; }
label { display: block; margin-bottom: 0.4rem; font: 600 0.85rem/1.4 var(--sans); }
.row { display: flex; flex-wrap: wrap; gap: 0.6rem; }
input[type='password'] {
  flex: 1 1 14rem; min-width: 0; height: 2.9rem; padding: 0 0.8rem; border: 1px solid var(--edge); border-radius: 3px;
  background: var(--field); color: var(--ink); font: 1rem/1.2 var(--mono);
}
input::placeholder { color: var(--soft); opacity: 1; }
input[aria-invalid] { border-color: var(--wrong); box-shadow: inset 0 0 0 1px var(--wrong); }
input:focus-visible { outline-offset: 1px; }
button {
  flex: 0 0 auto; height: 2.9rem; padding: 0 1.5rem; border: 1px solid var(--accent); border-radius: 3px;
  background: var(--accent); color: var(--on-accent); font: 600 0.95rem/1 var(--sans); cursor: pointer;
}
button:hover { filter: brightness(1.12); }
.hint { margin: 0.55rem 0 0; font: 0.85rem/1.45 var(--sans); color: var(--soft); }
.error { margin: 0 0 0.6rem; font: 0.92rem/1.45 var(--sans); color: var(--wrong); }
.notice { padding: 0.6rem 0.9rem; margin-bottom: 1.25rem; background: var(--tint); border-left: 3px solid var(--accent); font: 0.92rem/1.45 var(--sans); }
code { font: 0.95em/1.4 var(--mono); overflow-wrap: anywhere; }
section { margin-top: 2.75rem; border-top: 1px solid var(--rule); }
h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
dl { margin: 0.9rem 0 0; display: grid; grid-template-columns: 9rem 1fr; gap: 0.6rem 1.25rem; font-size: 0.95rem; line-height: 1.5; }
dt { font-style: italic; color: var(--soft); }
dd { margin: 0; }
@media (max-width: 30rem) {
  body { align-items: start; padding: 1rem; }
  main { padding-bottom: 2rem; }
  h1 { margin: 1.5rem 0 1.1rem; }
  button { flex: 1 0 100%; }
  dl { grid-template-columns: 1fr; gap: 0.1rem; }
  dd { margin-bottom: 0.7rem; }
}
@media (forced-colors: active) {
  input[type='password'], button { border-color: ButtonText; }
  .error { border-left: 3px solid; padding-left: 0.6rem; }
}
@media (prefers-reduced-motion: no-preference) { button { transition: filter 0.1s; } }
`;
