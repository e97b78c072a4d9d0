/** Whether a node stands in one of our elements, or in the shadow root of one. */
export function isOurs(node: Node | null): boolean {
  for (let at = node; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null))
    if (at instanceof Element && at.localName.startsWith('pq-')) return true;
  return false;
}

/** Our elements at or below a node of the page. */
export function ourElements(node: ParentNode): Element[] {
  return [node, ...node.querySelectorAll('*')].filter(
    (one): one is Element => one instanceof Element && one.localName.startsWith('pq-'),
  );
}
