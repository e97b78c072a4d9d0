/** Where somebody is writing; what they select there is theirs. */
const WRITTEN_IN = 'input, textarea, select, [contenteditable]';

/**
 * The part of the page's selection that lies in `content`, or undefined. One end at least has to lie inside: a drag often slips
 * past the edge, but "select all" is not meant for us.
 */
export function selectedRange(content: Element): Range | undefined {
  const range = liveRange(content);
  if (!range || range.collapsed) return undefined;
  const { startContainer, endContainer } = range;
  const [startsIn, endsIn] = [content.contains(startContainer), content.contains(endContainer)];
  if (!(startsIn || endsIn) || isWritten(startContainer) || isWritten(endContainer)) return undefined;
  if (!startsIn) range.setStart(content, 0);
  if (!endsIn) range.setEnd(content, content.childNodes.length);
  return range;
}

/** A copy of the selection, seen from the tree that the content stands in. */
function liveRange(content: Element): Range | undefined {
  const selection = getSelection();
  if (!selection) return undefined;
  const root = content.getRootNode();
  if (!(root instanceof ShadowRoot)) return selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : undefined;
  const found = composed(selection, root);
  if (!found) return undefined;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}

/** A page's selection shows nothing of a shadow root, unless it is asked by name; older engines have a way of their own. */
function composed(
  selection: Selection,
  root: ShadowRoot & { getSelection?(): Selection | null },
): AbstractRange | undefined {
  if ('getComposedRanges' in selection) return selection.getComposedRanges({ shadowRoots: shadowRootsAround(root) })[0];
  const own = root.getSelection?.();
  return own && own.rangeCount > 0 ? own.getRangeAt(0) : undefined;
}

function shadowRootsAround(root: ShadowRoot): ShadowRoot[] {
  const outer = root.host.getRootNode();
  return outer instanceof ShadowRoot ? [root, ...shadowRootsAround(outer)] : [root];
}

function isWritten(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return (element?.closest(WRITTEN_IN) ?? null) !== null;
}
