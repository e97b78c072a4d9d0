/** Registers an element that only we make. Another copy of the script may have taken the tag: then it gets another one. */
export function own(tag: string, element: CustomElementConstructor): void {
  let name = tag;
  for (let copy = 2; customElements.get(name); copy++) {
    if (customElements.get(name) === element) return;
    name = `${tag}-${copy}`;
  }
  customElements.define(name, element);
}
