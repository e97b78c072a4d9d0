import type { Content } from '../schema.js';
import { pageOf } from './link.js';
import { isPromotional } from './product.js';
import type { Rule } from './rule.js';

/** A link from what is no advert to an advert makes an advert of both. */
export const linkRule: Rule = {
  id: 'ALL-08',
  where: 'all',
  severity: 'warning',
  severityIn: { CA: 'error' },
  confirmed: true,
  citation: 'PAAB',
  checks: 'An item that is not promotional leads to no promotional page.',
  *check(record, { linkTargets }) {
    if (isPromotional(record)) return;
    for (const { path, url } of linksOf(record)) {
      if (linkTargets?.get(pageOf(url)) === 'promotional')
        yield {
          path,
          message: `The item is ${record.promotionalStatus}, and this link leads to a promotional page.`,
          fix: 'Link to a page that is not promotional, or correct promotionalStatus.',
        };
    }
    const landing = linkTargets?.get(pageOf(record.canonicalUrl));
    if (landing === undefined && (record.products ?? []).length > 0)
      yield {
        path: 'canonicalUrl',
        message:
          'The item names a product, and the record does not tell what stands around it on its page. A person must look.',
        fix: 'Open the page and check that neither it nor what it links to promotes the product.',
        undecided: true,
      };
  },
};

function linksOf(record: Content): { path: string; url: string }[] {
  return [
    { path: 'canonicalUrl', url: record.canonicalUrl },
    ...(record.citations ?? []).flatMap(({ url }, i) =>
      url === undefined ? [] : [{ path: `citations.${i}.url`, url }],
    ),
    ...(record.media ?? []).map(({ url }, i) => ({ path: `media.${i}.url`, url })),
  ];
}
