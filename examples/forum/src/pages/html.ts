import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { SafeHtml } from '../sanitize.js';

/** A piece of a page. Everything put into an `html` template is escaped, unless it is one of these. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export { html };

/** The only way for a member's HTML onto a page. */
export function postBody(body: SafeHtml): Html {
  return raw(body);
}
