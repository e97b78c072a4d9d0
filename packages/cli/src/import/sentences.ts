const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A full stop after one of these does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s([])(?:e\.g|i\.e|cf|vs|approx|ca|etc|al|Dr|Mr|Mrs|Ms|Prof|Nos?|Figs?|Refs?|Sect|St|Inc|Ltd|U\.S|\p{Lu})\.\s*$/u;

/** A sentence's end, closing quotation marks and brackets included. */
const ENDED = /[.!?…]["'”’)\]]*$/;

/** A text cut into its sentences; put together again they are the same text, character for character. */
export function sentences(text: string): string[] {
  const found: string[] = [];
  let open = '';
  for (const { segment } of segmenter.segment(text)) {
    open += segment;
    if (ABBREVIATION.test(open) || brackets(open) > 0) continue;
    found.push(open);
    open = '';
  }
  return open === '' ? found : [...found, open];
}

export function isEnded(text: string): boolean {
  return ENDED.test(text.trimEnd());
}

function brackets(text: string): number {
  return (text.match(/[([]/g)?.length ?? 0) - (text.match(/[)\]]/g)?.length ?? 0);
}
