import type { Encoding } from './decode-text.js';

/** What an XML declaration says; 256 bytes are as far as one can reach. */
export const XML_ENCODING: Encoding = {
  look: 256,
  declared: (start) => /^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(start)?.[1],
};

/** What the server said, then the page's own `meta`, which must stand within its first 1024 bytes (HTML, 4.2.5.4). */
export function htmlEncoding(contentType: string | undefined): Encoding {
  return {
    look: 1024,
    declared: (start) =>
      /charset\s*=\s*"?([A-Za-z0-9._-]+)/i.exec(contentType ?? '')?.[1] ??
      /<meta\s[^>]*?charset\s*=\s*["']?\s*([A-Za-z0-9._-]+)/i.exec(start)?.[1] ??
      XML_ENCODING.declared(start),
  };
}
