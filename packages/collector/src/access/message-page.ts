import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

/** The frame of every page that is not a report: the mark, a heading, and what is to be said or done. */
export function plainPage(title: string, body: Html, { again = false }: { again?: boolean } = {}): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${again ? html`<meta http-equiv="refresh" content="0" />` : ''}
        <title>${title} · Pullquote</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/sign-in.css" />
      </head>
      <body>
        <main>
          <p class="kicker">
            <span class="mark" aria-hidden="true">◆</span> Pullquote <span class="soft">Collector</span>
          </p>
          ${body}
        </main>
      </body>
    </html>`;
}

/** One sentence for a person, where there is nothing else to show. `again` opens the same address once more, from here. */
export function messagePage(title: string, sentence: string, options: { again?: boolean } = {}): Html {
  return plainPage(
    title,
    html`<h1>${title}</h1>
      <p class="lede">${sentence}</p>
      ${options.again ? html`<p><a href="">Open it now</a></p>` : html`<p><a href="/">To the reports</a></p>`}`,
    options,
  );
}
