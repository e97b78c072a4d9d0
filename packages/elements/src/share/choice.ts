import { html, type TemplateResult } from 'lit';

/** One of several things to choose from. */
export function choiceView(
  name: string,
  chosen: boolean,
  onChoose: () => void,
  content: string | TemplateResult,
): TemplateResult {
  return html`<label class="choice"
    ><input type="radio" name=${name} .checked=${chosen} @change=${onChoose} /><span>${content}</span></label
  >`;
}
