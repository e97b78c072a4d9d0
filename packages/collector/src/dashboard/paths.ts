/** Where each page of the dashboard stands. The server answers these, and the browser moves between them. */
export const PAGE_PATHS = {
  between: '/',
  items: '/items',
  item: '/item',
  communities: '/communities',
  'label-trust': '/label-trust',
  recalls: '/recalls',
  'data-quality': '/data-quality',
  campaigns: '/campaigns',
} as const;

export type PageName = keyof typeof PAGE_PATHS;

/** What the first page asks for at once, so that it comes beside the scripts. */
export const FIRST_REPORTS = [
  '/v1/reports/communities?limit=1000',
  '/v1/reports/overview',
  '/v1/reports/always-on',
] as const;

export const PAGE_NAMES = Object.keys(PAGE_PATHS) as PageName[];
