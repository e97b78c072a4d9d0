import type { Superseded } from '../publish.js';

/** Each version that was replaced, and what became of what people quoted from it. */
export function supersededLines(superseded: readonly Superseded[]): string[] {
  return superseded.flatMap(({ old, by, excerpts }) => [
    `${old.name} version ${old.version} is superseded by ${by.name} version ${by.version}.`,
    ...excerpts.map(({ id, change }) => `  excerpt ${id}: ${change}`),
  ]);
}
