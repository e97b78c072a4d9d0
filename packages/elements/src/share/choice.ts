import { html, type TemplateResult } from 'lit';

/** One of several things to choose from. Once chosen it stands whole in its list: a passage is drawn longer then. */
export function choiceView(
  name: string,
  chosen: boolean,
  onChoose: () => void,
  content: string | TemplateResult,
): TemplateResult {
  return html`<label class="choice"
    ><input
      type="radio"
      name=${name}
      .checked=${chosen}
      @change=${({ target }: Event) => {
        onChoose();
        requestAnimationFrame(() => (target as Element).parentElement?.scrollIntoView({ block: 'nearest' }));
      }}
    /><span>${content}</span></label
  >`;
}
