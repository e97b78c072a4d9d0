import type { ItemState, StatusList } from '@pullquote/record';

/** What a list says of a place, or null when the list is too short to say anything. */
export function stateIn(list: StatusList | undefined, idx: number): ItemState | null {
  try {
    return list?.stateAt(idx) ?? null;
  } catch {
    return null;
  }
}
