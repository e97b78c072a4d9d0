/** Paths that stand in `input` and that the schema left out of `output`: a misspelt field must not vanish. */
export function unknownPaths(input: unknown, output: unknown, path = ''): string[] {
  if (typeof input !== 'object' || input === null || typeof output !== 'object' || output === null) return [];
  return Object.entries(input).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (value === undefined) return [];
    return Object.hasOwn(output, key) ? unknownPaths(value, (output as Record<string, unknown>)[key], here) : [here];
  });
}
