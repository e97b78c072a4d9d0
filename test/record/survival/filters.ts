import createDOMPurify from 'dompurify';
import { JSDOM } from 'jsdom';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import sanitizeHtml from 'sanitize-html';
import { unified } from 'unified';

/** What communities do to a post's HTML before they show it: HTML → the HTML that is left. */
export type Filter = (html: string) => string;

const purify = createDOMPurify(new JSDOM('').window);
const github = unified().use(rehypeParse, { fragment: true }).use(rehypeSanitize).use(rehypeStringify).freeze();

/** Attributes that NodeBB allows on every tag. */
const NODEBB_EVERYWHERE = [
  'accesskey', 'class', 'contenteditable', 'dir', 'draggable', 'dropzone', 'hidden', 'id', 'lang', 'spellcheck', 'style',
  'tabindex', 'title', 'translate', 'aria-*', 'data-*',
]; // prettier-ignore

/** NodeBB 4, src/posts/parse.js: sanitize-html's defaults and what it adds to them. */
const nodebb: Filter = (html) =>
  sanitizeHtml(html, {
    allowedTags: [
      ...sanitizeHtml.defaults.allowedTags, 'ins', 'del', 'img', 'button', 'video', 'audio', 'source', 'iframe', 'embed',
    ], // prettier-ignore
    allowedAttributes: {
      ...sanitizeHtml.defaults.allowedAttributes,
      a: ['href', 'name', 'hreflang', 'media', 'rel', 'target', 'type'],
      iframe: ['height', 'name', 'src', 'width'],
      '*': NODEBB_EVERYWHERE,
    },
  });

/** Discourse, pretty-text's DEFAULT_LIST: the tags and attributes that concern text, and bodies that go with their tag. */
const discourse: Filter = (html) =>
  sanitizeHtml(html, {
    allowedTags: [
      'a', 'abbr', 'aside', 'b', 'big', 'blockquote', 'br', 'code', 'dd', 'del', 'div', 'dl', 'dt', 'em', 'h1', 'h2', 'h3',
      'h4', 'h5', 'h6', 'hr', 'i', 'iframe', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 's', 'small', 'span', 'strike',
      'strong', 'sub', 'sup', 'ul', 'ruby', 'rb', 'rp', 'rt',
    ], // prettier-ignore
    allowedAttributes: {
      a: [
        'href',
        'name',
        'title',
        { name: 'rel', multiple: false, values: ['nofollow', 'ugc'] },
        { name: 'target', multiple: false, values: ['_blank'] },
      ],
      aside: ['data-*'],
      div: ['align', 'lang', 'dir', 'data-*'],
      iframe: ['frameborder', 'height', 'marginheight', 'marginwidth', 'width', 'allowfullscreen'],
      p: ['lang'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    nonTextTags: ['script', 'table'],
  });

/** WordPress, wp_filter_oembed_result: all that is left of what an unregistered site sends. Text in other tags stays. */
const kses: Filter = (html) =>
  sanitizeHtml(html, {
    allowedTags: ['a', 'blockquote', 'iframe'],
    allowedAttributes: {
      a: ['href'],
      iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'],
    },
    nonTextTags: [],
  });

/** The whole of the same function: without a frame nothing is embedded, and what is not the quotation or the frame goes. */
export const wordPressEmbed: Filter = (html) => {
  const [, quotation = '', frame] = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(kses(html)) ?? [];
  if (frame === undefined) return '';
  return `${quotation}${frame.replace('<iframe', '<iframe sandbox="allow-scripts" security="restricted"')}`;
};

export const FILTERS: Readonly<Record<string, Filter>> = {
  'nothing at all': (html) => html,
  NodeBB: nodebb,
  'DOMPurify’s defaults': (html) => purify.sanitize(html),
  'GitHub’s schema of rehype-sanitize': (html) => String(github.processSync(html)),
  Discourse: discourse,
  'WordPress for sites it does not know': kses,
};
