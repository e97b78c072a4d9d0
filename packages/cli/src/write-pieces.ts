/** Characters written at once: some hundred elements, not one. */
const AT_ONCE = 64 * 1024;

/**
 * The text of an object with `elements` as one of its lists, in pieces: in all, what `JSON.stringify(…, null, 2)` and a line
 * end would be, without a whole that grows with the list.
 */
export function* writePieces(
  value: Readonly<Record<string, unknown>>,
  list: string,
  elements: Iterable<unknown>,
): Generator<string> {
  let [text, first] = ['{', true];
  for (const [name, inner] of Object.entries({ ...value, [list]: undefined })) {
    if (inner === undefined && name !== list) continue;
    text += `${first ? '' : ','}\n  ${JSON.stringify(name)}: `;
    first = false;
    if (name !== list) {
      text += indented(inner, '  ');
      continue;
    }
    let before = '[\n    ';
    for (const element of elements) {
      text += before + indented(element, '    ');
      before = ',\n    ';
      if (text.length < AT_ONCE) continue;
      yield text;
      text = '';
    }
    text += before.startsWith('[') ? '[]' : '\n  ]';
  }
  yield `${text}\n}\n`;
}

function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}
