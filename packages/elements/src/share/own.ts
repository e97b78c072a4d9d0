/** Registers an element that only we make. Where another copy of the script has taken the tag, it gets another one. */
export function own(tag: string, element: CustomElementConstructor): void {
  let name = tag;
  while ((customElements.get(name) ?? element) !== element) name += '-';
  if (!customElements.get(name)) customElements.define(name, element);
}
