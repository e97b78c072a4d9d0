import { AnalyticsBrowser } from '@segment/analytics-next';
import { host, origin } from './contestant.js';

const analytics = AnalyticsBrowser.load(
  { writeKey: 'faults', cdnURL: origin },
  { integrations: { 'Segment.io': { apiHost: `${host}/v1`, protocol: 'http' } } },
);
void analytics.page();
globalThis.contestant = { record: (n) => void analytics.track('shared', { n }) };
