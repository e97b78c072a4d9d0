import { escapeHtml } from '@pullquote/record';

/** Markup that was made here. Everything else is text, and is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = Html | string | number | undefined | readonly Html[];

/** `html`-tagged templates: what stands in them is escaped unless it is {@link Html}. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(strings.map((text, i) => text + (i < values.length ? write(values[i]) : '')).join(''));
}

function write(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('\n');
  return escapeHtml(String(value));
}

/** Term and description, where there is one. */
export function entries(list: readonly (readonly [term: string, description: Html | string | undefined])[]): Html {
  const shown = list.filter(([, description]) => description !== undefined && description !== '');
  return html`<dl>
    ${shown.map(
      ([term, description]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${description}</dd>
        </div>`,
    )}
  </dl>`;
}
