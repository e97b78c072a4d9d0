/** How a proof looks, on a screen and on A4. `running` stands at the foot of every printed page. */
export function style(running: string): string {
  return `
@page { size: A4; margin: 20mm 18mm 22mm; @bottom-left { content: "${running}"; font: 8pt monospace; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { max-width: 176mm; margin: 0 auto; padding: 12mm 6mm; background: #fff; color: #1a1a1a; font: 10.5pt/1.45 Georgia, "Times New Roman", "DejaVu Serif", serif; counter-reset: section; overflow-wrap: anywhere; }
h1 { margin: 0 0 6mm; font-size: 22pt; line-height: 1.2; font-weight: normal; text-wrap: balance; }
h2 { margin: 12mm 0 4mm; padding-top: 3mm; border-top: 1.5pt solid #1a1a1a; font-size: 15pt; font-weight: normal; break-after: avoid; }
h2:not(.unnumbered)::before { counter-increment: section; content: counter(section) "  "; }
h2.unnumbered { border: 0; padding: 0; margin: 6mm 0 2mm; font-size: 12pt; }
h3 { margin: 8mm 0 3mm; font-size: 12pt; break-after: avoid; }
h4, caption, figcaption, th, dt, .kind, .digest span, .heading { font-family: "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
h4 { margin: 5mm 0 2mm; font-size: 9.5pt; break-after: avoid; }
p { margin: 0 0 3mm; }
code, pre { font: 8.5pt/1.4 "DejaVu Sans Mono", Consolas, monospace; }
.kind { margin: 0 0 2mm; font-size: 9pt; letter-spacing: .08em; text-transform: uppercase; }
.digest { padding: 3mm 4mm; border: 1pt solid #1a1a1a; }
.digest span { margin-right: 4mm; font-size: 9pt; }
.digest code { font-size: 14pt; font-weight: bold; }
dl { margin: 4mm 0; }
dl div { display: grid; grid-template-columns: 32mm 1fr; gap: 3mm; padding: .7mm 0; border-bottom: .5pt solid #ccc; }
dt { color: #555; font-size: 8.5pt; line-height: 1.75; } dd { margin: 0; }
table { width: 100%; border-collapse: collapse; margin: 0 0 5mm; }
caption { padding: 2mm 0; text-align: left; font-size: 9pt; font-weight: bold; break-after: avoid; }
th, td { padding: 1.2mm 2.5mm 1.2mm 0; border-bottom: .5pt solid #ccc; text-align: left; vertical-align: top; font-size: 9pt; }
thead th { border-bottom-color: #1a1a1a; color: #555; font-size: 8pt; font-weight: normal; } tbody th { font-weight: 600; white-space: nowrap; }
tbody th, .rules td:last-child, .rules th:last-child { overflow-wrap: normal; } .rules td:last-child { width: 18mm; }
.states tbody th { width: 38mm; white-space: normal; } .states td:last-child { width: 16mm; }
.excerpts th[scope=row] { white-space: normal; min-width: 14mm; } .excerpts p { margin: 0 0 1.5mm; }
tr, figcaption, .findings li { break-inside: avoid; }
.signatures { border-top: 1pt solid #1a1a1a; } .signatures tbody th { width: 28mm; text-transform: capitalize; } .signatures tbody tr { height: 12mm; }
.signatures td { border-left: .5pt solid #ccc; padding-left: 2.5mm; } .signatures td:nth-child(2) { width: 45mm; } .signatures td:last-child { width: 32mm; }
.note, .address, em { color: #555; font-size: 9pt; }
.card, .rendered { padding: 3mm 4mm; border-left: 2.5pt solid #1a1a1a; background: #f6f6f4; print-color-adjust: exact; }
.card ul, td ul { margin: 0; padding: 0; list-style: none; } .card li { padding: .6mm 0; } .state { margin-bottom: 1.5mm; font-weight: bold; }
.heading { font-size: 8.5pt; color: #444; }
.findings { padding-left: 6mm; font-size: 9.5pt; } .findings li { margin-bottom: 2mm; padding-left: 2mm; } .findings .error { border-left: 2.5pt solid #1a1a1a; }
figure { margin: 0 0 6mm; } figcaption { padding-bottom: 1.5mm; font-size: 9pt; font-weight: bold; break-after: avoid; }
.rendered { font-size: 9.5pt; } .rendered blockquote { margin: 0; } .rendered p { margin: 0 0 1.5mm; } .rendered h4 { margin: 2mm 0; font-size: 10pt; }
pre { margin: 0; padding: 3mm 4mm; border: .5pt solid #ccc; white-space: pre-wrap; overflow-wrap: anywhere; }
a { color: inherit; }
.cover { break-after: page; }
@media print { body { max-width: none; padding: 0; } .cover { min-height: 0; } }
@media screen { .cover { padding-bottom: 8mm; } }
`;
}
