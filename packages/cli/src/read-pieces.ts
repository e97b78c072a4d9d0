/** No single part, an element or what stands around the list, is longer: in characters. */
const LONGEST = 1024 * 1024;
/** `"`, `,`, `[`, `\`, `]`, `{` and `}`. */
const [QUOTE, COMMA, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
  0x22, 0x2c, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d,
];

/**
 * Reads a JSON object whose one list may be long, an element at a time: neither the text nor its parsed whole is ever in
 * memory. What is taken is what `JSON.parse` would take, but for a second list of that name, which is refused.
 * @param take gets each element and its place
 * @returns the object without its elements: the list is empty, or whatever else stood in its place
 * @throws SyntaxError when it is not JSON, RangeError when a part is too long, and what `take` throws
 */
export async function readPieces(
  chunks: AsyncIterable<string>,
  list: string,
  take: (element: unknown, i: number) => void,
): Promise<unknown> {
  const scan = new Scan(list, take);
  for await (const chunk of chunks) scan.push(chunk);
  return scan.end();
}

/** Follows brackets and strings alone; whether each part is JSON is left to `JSON.parse`. */
class Scan {
  #around = '';
  #element = '';
  #count = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Where in `#around` the last string of the object itself began, and the name that it may be. */
  #nameAt = 0;
  #name = '';
  #state: 'before' | 'inside' | 'after' = 'before';

  constructor(
    readonly list: string,
    readonly take: (element: unknown, i: number) => void,
  ) {}

  push(chunk: string): void {
    let from = 0;
    const flush = (to: number) => {
      this.#keep(chunk.slice(from, to));
      from = to;
    };
    for (let i = 0; i < chunk.length; i++) {
      const c = chunk.charCodeAt(i);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (c === BACKSLASH) this.#escaped = true;
        else if (c === QUOTE) {
          this.#inString = false;
          if (this.#depth !== 1) continue;
          flush(i + 1);
          this.#name = this.#around.slice(this.#nameAt);
        }
      } else if (c === QUOTE) {
        this.#inString = true;
        if (this.#depth !== 1) continue;
        flush(i);
        this.#nameAt = this.#around.length;
      } else if (c === OPEN_LIST || c === OPEN_OBJECT) {
        this.#depth++;
        if (c !== OPEN_LIST || this.#depth !== 2 || this.#state === 'inside') continue;
        flush(i);
        if (!this.#isList()) continue;
        flush(i + 1);
        this.#state = 'inside';
      } else if (c === CLOSE_LIST || c === CLOSE_OBJECT) {
        this.#depth--;
        if (this.#state !== 'inside' || this.#depth !== 1) continue;
        flush(i);
        this.#finish(true);
        this.#state = 'after';
      } else if (c === COMMA && this.#state === 'inside' && this.#depth === 2) {
        flush(i);
        this.#finish(false);
        from = i + 1;
      }
    }
    flush(chunk.length);
  }

  end(): unknown {
    return JSON.parse(this.#around);
  }

  /** Does the list begin here? Then the object's last string is its name, and nothing but a colon stands between. */
  #isList(): boolean {
    const gap = this.#around.slice(this.#nameAt + this.#name.length);
    if (gap.trim() !== ':' || JSON.parse(this.#name) !== this.list) return false;
    if (this.#state === 'after') throw new SyntaxError(`${this.list} stands there twice`);
    return true;
  }

  #finish(last: boolean): void {
    const text = this.#element;
    this.#element = '';
    if (last && this.#count === 0 && text.trim() === '') return;
    this.take(JSON.parse(text), this.#count++);
  }

  #keep(text: string): void {
    if (this.#state === 'inside') this.#element += text;
    else this.#around += text;
    if (this.#element.length > LONGEST || this.#around.length > LONGEST)
      throw new RangeError(`is larger than ${LONGEST} characters in one part`);
  }
}
