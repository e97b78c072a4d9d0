/** A version of an item, in one text. */
export function placeOf({ id, version }: { readonly id: string; readonly version: number }): string {
  return `${id} ${version}`;
}
