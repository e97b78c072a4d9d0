import { gunzipSync } from 'node:zlib';

/** One numbered fact as it arrived. Facts of one id are one: as the contestant's own server would take them. */
export interface Arrived {
  readonly n: number;
  readonly id: string | undefined;
}

export interface Wire {
  readonly name: string;
  /** File in `contestants/`. */
  readonly entry: string;
  /** Query of its page. */
  readonly query: string;
  /** Where its events arrive. */
  readonly path: RegExp;
  read(body: Buffer): Arrived[];
  /** What its own server would say. */
  answer(arrived: number): { readonly status: number; readonly body: unknown };
}

type Json = Readonly<Record<string, unknown>>;
const list = (value: unknown): Json[] => (Array.isArray(value) ? value : [value]) as Json[];
const numbered = (n: unknown, id: unknown): Arrived[] =>
  n === undefined ? [] : [{ n: Number(n), id: typeof id === 'string' ? id : undefined }];
const ok = { status: 200, body: { success: true, status: 1 } };

const pullquote = (storage: 'persistent' | 'memory'): Wire => ({
  name: storage === 'persistent' ? 'pullquote' : 'pullquote, in memory',
  entry: 'pullquote',
  query: `?storage=${storage}`,
  path: /^\/pq\/facts$/,
  read: (body) =>
    list(JSON.parse(body.toString())).flatMap(({ item, id }) => numbered(String(item).split(':').at(-1), id)),
  answer: (arrived) => ({ status: 200, body: { accepted: arrived, duplicates: 0, refused: [] } }),
});

export const OURS: readonly Wire[] = [pullquote('persistent'), pullquote('memory')];

/** With their own default settings; each but Plausible sends an id with every event, by which the server takes it once. */
export const PEERS: readonly Wire[] = [
  {
    name: 'posthog-js',
    entry: 'posthog',
    query: '',
    path: /^\/(e|i\/v0\/e|batch)\/$/,
    read(body) {
      const text = (body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body).toString();
      const form = new URLSearchParams(text).get('data');
      const sent: unknown = JSON.parse(form === null ? text : Buffer.from(form, 'base64').toString());
      const events = (sent as { batch?: unknown }).batch ?? sent;
      return list(events).flatMap(({ properties, uuid }) => numbered((properties as Json | undefined)?.['n'], uuid));
    },
    answer: () => ok,
  },
  {
    name: '@snowplow/browser-tracker',
    entry: 'snowplow',
    query: '',
    path: /\/tp2$/,
    read: (body) =>
      list((JSON.parse(body.toString()) as Json)['data']).flatMap(({ ue_pr: event, eid }) => {
        const inner = typeof event === 'string' ? (JSON.parse(event) as { data?: { data?: Json } }) : undefined;
        return numbered(inner?.data?.data?.['n'], eid);
      }),
    answer: () => ok,
  },
  {
    name: '@segment/analytics-next',
    entry: 'segment',
    query: '',
    path: /^\/v1\/(t|b|batch)$/,
    read(body) {
      const sent = JSON.parse(body.toString()) as Json;
      return list(sent['batch'] ?? sent).flatMap(({ properties, messageId }) =>
        numbered((properties as Json | undefined)?.['n'], messageId),
      );
    },
    answer: () => ok,
  },
  {
    name: '@plausible-analytics/tracker',
    entry: 'plausible',
    query: '',
    path: /^\/api\/event$/,
    read: (body) =>
      list(JSON.parse(body.toString())).flatMap(({ p }) => numbered((p as Json | undefined)?.['n'], undefined)),
    answer: () => ({ status: 202, body: 'ok' }),
  },
];
