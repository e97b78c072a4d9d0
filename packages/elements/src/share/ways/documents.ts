import { isSecureUrl, type RenderRecord } from '@pullquote/record/reader';

/** What a doctor takes away and reads, as opposed to what plays. */
const DOCUMENT = /^(application\/(pdf|epub\+zip|vnd\.[a-z0-9.+-]+)|text\/html|image\/[a-z0-9.+-]+)$/;

/** Addresses of the publisher's own documents. The browser's reader does not check this field, so its form is checked here. */
export function documentsOf({ media, reuse }: RenderRecord): string[] {
  const all: readonly unknown[] = reuse.download === true && Array.isArray(media) ? media : [];
  return all.flatMap((one) => {
    const { url, mime } = (one ?? {}) as { url?: unknown; mime?: unknown };
    const fits = typeof url === 'string' && isSecureUrl(url) && typeof mime === 'string' && DOCUMENT.test(mime);
    return fits ? [url] : [];
  });
}
