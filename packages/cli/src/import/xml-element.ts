/** An element of a parsed file. Names are local names; attributes of the XLink and XML namespaces keep their usual prefix. */
export interface XmlElement {
  readonly name: string;
  /** Namespace; empty for none. */
  readonly uri: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

export function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string';
}

/** Child elements, all of them or those with one of these names. */
export function elements(node: XmlElement | undefined, ...names: string[]): XmlElement[] {
  const all = node?.children.filter(isElement) ?? [];
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}

/** The first element at a path of child names, such as `author/assignedEntity`. */
export function at(node: XmlElement | undefined, path: string): XmlElement | undefined {
  let here = node;
  for (const name of path.split('/')) here = elements(here, name)[0];
  return here;
}

/** Every element at a path of child names. */
export function all(node: XmlElement | undefined, path: string): XmlElement[] {
  let here = node === undefined ? [] : [node];
  for (const name of path.split('/')) here = here.flatMap((element) => elements(element, name));
  return here;
}

/** Every descendant with one of these names, in document order. */
export function descendants(node: XmlElement | undefined, ...names: string[]): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of elements(node)) {
    if (names.includes(child.name)) found.push(child);
    found.push(...descendants(child, ...names));
  }
  return found;
}

/** An attribute's value without surrounding space, or undefined when it is missing or empty. */
export function attribute(node: XmlElement | undefined, name: string): string | undefined {
  const value = node?.attributes.get(name)?.trim();
  return value === '' ? undefined : value;
}
