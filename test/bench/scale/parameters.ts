/** One assumption: what it says, in which unit, and where it is from. The model is worth as much as these are. */
export interface Parameter {
  readonly value: number;
  readonly unit: string;
  readonly why: string;
}

export const PARAMETERS = {
  doctors: {
    value: 100_000,
    unit: 'verified doctors at 1×',
    why: 'assumed: a third of the twelve communities of `demo-data`',
  },
  communities: {
    value: 12,
    unit: 'communities at every scale',
    why: '`demo-data`; few and large is the worst case for a relay',
  },
  largest: { value: 0.41, unit: 'of all doctors, in the largest community', why: '`demo-data`: 118,000 of 288,670' },
  publishers: { value: 20, unit: 'publishers in each community', why: 'assumed' },
  active: { value: 0.4, unit: 'of the doctors, on one day', why: 'assumed high: `plan` takes it for a week' },
  views: {
    value: 28,
    unit: 'cards viewed by an active doctor a day',
    why: 'assumed high: the design reckons with 20 facts for each doctor a day',
  },
  factsPerView: {
    value: 1.74,
    unit: 'private facts for each view',
    why: 'the usual rates of `pullquote-collector plan`, added up',
  },
  postsPerView: { value: 0.01, unit: 'public posts for each view', why: 'assumed high' },
  factsPerRequest: {
    value: 2,
    unit: 'facts in a request',
    why: 'assumed: a browser sends at once, so little more than a view and its room goes together',
  },
  peakHour: {
    value: 0.1,
    unit: 'of a day’s facts, in its busiest hour',
    why: 'assumed: one country, daytime and evening',
  },
  distinct: { value: 0.6, unit: 'of a doctor’s private facts of a week are the first in their cell', why: 'assumed' },
  headers: {
    value: 590,
    unit: 'bytes of HTTP/1.1 headers in a request',
    why: 'measured in Chromium: 183 − 124 bytes for each of ten facts',
  },
  cellsTold: {
    value: 200,
    unit: 'crowd figures that leave a community for one publisher in a week',
    why: 'assumed high: 40 items, half of the ten usual facts',
  },
  page: { value: 1_000_000, unit: 'bytes of a source page with its media', why: 'assumed' },
  sourceOpened: { value: 0.055, unit: 'of the views lead to the source', why: 'the usual rates of `plan`' },
  pageViews: {
    value: 14,
    unit: 'pages with cards that an active doctor opens a day',
    why: 'assumed: two cards on each',
  },
  newcomers: { value: 0.1, unit: 'of the active doctors have no script in their cache', why: 'assumed' },
  script: { value: 20_500, unit: 'bytes of the script with counting', why: '`npm run size`: 15.5 + 4.95 KB' },
  record: { value: 4_000, unit: 'bytes of a signed record', why: 'assumed high; cached for good' },
  newRecords: { value: 3, unit: 'records that an active doctor’s browser has not seen, a day', why: 'assumed' },
  status: { value: 400, unit: 'bytes of a status list', why: 'design: some tens of bytes of list, and its signature' },
  polls: { value: 96, unit: 'prefetches of each publisher by each community a day', why: 'every 15 minutes' },
} as const satisfies Readonly<Record<string, Parameter>>;

export type Assumed = { readonly [name in keyof typeof PARAMETERS]: number };

export const ASSUMED = Object.fromEntries(
  Object.entries(PARAMETERS).map(([name, { value }]) => [name, value]),
) as Assumed;
