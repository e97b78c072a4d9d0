import { newTracker, trackPageView, trackSelfDescribingEvent } from '@snowplow/browser-tracker';
import { origin } from './contestant.js';

newTracker('sp', origin, { appId: 'faults' });
// As its users do on every page; what an earlier page left goes out with it.
trackPageView();
globalThis.contestant = {
  record: (n) => trackSelfDescribingEvent({ event: { schema: 'iglu:example/shared/jsonschema/1-0-0', data: { n } } }),
};
