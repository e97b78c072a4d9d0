import sanitize from 'sanitize-html';

/** HTML that went through `sanitizePost`; the only kind that is stored or put on a page as HTML. */
export type SafeHtml = string & { readonly safe: unique symbol };

export interface Sanitized {
  readonly html: SafeHtml;
  /** Names of the tags that were taken out, so that the author can be told. */
  readonly removed: readonly string[];
}

const TAGS = ['p', 'br', 'strong', 'em', 'blockquote', 'a', 'ul', 'ol', 'li'];

/**
 * What members may put into a post. No pq-* tag and no attribute but a link's: only the forum's own pages place
 * Pullquote's elements, and cards are made from links, by trusted code, in the reader's browser.
 */
export function sanitizePost(input: string): Sanitized {
  const removed = new Set<string>();
  const html = sanitize(input, {
    allowedTags: TAGS,
    allowedAttributes: { a: ['href', 'rel'] },
    allowedSchemes: ['https', 'http'],
    allowedSchemesAppliedToAttributes: ['href'],
    allowProtocolRelative: false,
    // A post's links pass on neither the page they stand on nor a vote for a search engine.
    transformTags: { a: sanitize.simpleTransform('a', { rel: 'nofollow noopener noreferrer' }) },
    onOpenTag: (name) => {
      if (!TAGS.includes(name)) removed.add(name);
    },
  });
  return { html: html as SafeHtml, removed: [...removed].sort() };
}

const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g;

/** Plain text, as typed into the ordinary form → paragraphs with clickable addresses. */
export function textToHtml(input: string): SafeHtml {
  const paragraphs = input
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${linkify(paragraph).replace(/\n/g, '<br>')}</p>`);
  return sanitizePost(paragraphs.join('\n')).html;
}

/** The words of a post without its tags, for searching. */
export function plainWords(html: SafeHtml): string {
  const spaced = html.replace(/<\/(p|li|blockquote)>|<br \/>/g, ' ');
  const words = sanitize(spaced, { allowedTags: [], allowedAttributes: {} });
  return words.replace(/\s+/g, ' ').trim();
}

function linkify(paragraph: string): string {
  let html = '';
  let end = 0;
  for (const match of paragraph.matchAll(LINK)) {
    const address = escapeText(match[0]);
    html += `${escapeText(paragraph.slice(end, match.index))}<a href="${address}">${address}</a>`;
    end = match.index + match[0].length;
  }
  return html + escapeText(paragraph.slice(end));
}

function escapeText(input: string): string {
  return input.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
