const GROUP = 8;

/** A few at a time: quick for a large catalogue, and gentle on a small publisher. */
export async function inGroups<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < list.length; i += GROUP) await Promise.all(list.slice(i, i + GROUP).map(work));
}
