import type { Page } from 'playwright-core';

/** One node of the browser's own accessibility tree, as assistive technology meets it. */
export interface AxNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** `checked`, `expanded`, `level`, `modal`, `disabled`, `focused` …, as the browser states them. */
  readonly states: Readonly<Record<string, unknown>>;
  readonly children: readonly AxNode[];
}

/** The whole tree of a page in Chromium, without the nodes that it ignores. */
export async function accessibilityTree(page: Page): Promise<AxNode> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const grow = (id: string): AxNode[] => {
      const node = byId.get(id);
      if (!node) return [];
      const children = (node.childIds ?? []).flatMap(grow);
      if (node.ignored) return children;
      return [
        {
          role: String(node.role?.value ?? ''),
          name: String(node.name?.value ?? ''),
          description: String(node.description?.value ?? ''),
          states: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
          children,
        },
      ];
    };
    const [root] = grow(nodes[0]?.nodeId ?? '');
    if (!root) throw new Error('The page has no accessibility tree.');
    return root;
  } finally {
    await session.detach();
  }
}

/** Every node of a role below (and with) this one, in reading order. */
export function withRole(node: AxNode, role: string): AxNode[] {
  return [...(node.role === role ? [node] : []), ...node.children.flatMap((child) => withRole(child, role))];
}

/** What is read out below this node, in order. */
export function spoken(node: AxNode): string {
  if (node.role === 'StaticText') return node.name;
  return node.children.map(spoken).filter(Boolean).join(' ');
}
