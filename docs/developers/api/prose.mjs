/** Docblocks speak of tags and types; outside of code a page would take those for its own. @param {string} [text] */
export function prose(text = '') {
  return text
    .split(/(`[^`]*`)/)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replace(/[<>{}]/g, (sign) => `\\${sign}`)))
    .join('');
}
