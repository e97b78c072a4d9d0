import { posthog } from 'posthog-js';
import { origin } from './contestant.js';

posthog.init('phc_faults', { api_host: origin });
globalThis.contestant = { record: (n) => void posthog.capture('shared', { n }) };
