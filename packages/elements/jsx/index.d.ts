/**
 * What each tag takes, for whatever checks markup: the base of the files beside this one, each of which tells one framework.
 * It depends on no framework.
 */
import type {
  PqCard,
  PqFactEvent,
  PqLabel,
  PqLedger,
  PqQuote,
  PqShare,
  PqSharedEvent,
  PqShareEvent,
} from '../dist/types/index.d.ts';

/** A property may be left out, and a framework may take it away again. */
type Some<Element, Name extends keyof Element> = { [Key in Name]?: Element[Key] | undefined };

/** What can be set on each tag in markup. */
export interface PullquoteProps {
  'pq-share': Some<PqShare, 'item' | 'excerpt' | 'depth'>;
  'pq-card': Some<PqCard, 'item' | 'view' | 'excerpt' | 'depth'>;
  'pq-label': Some<PqLabel, 'item' | 'view'>;
  'pq-quote': Some<PqQuote, 'item' | 'for' | 'depth'>;
  'pq-ledger': object;
}

export interface PullquoteElements {
  'pq-share': PqShare;
  'pq-card': PqCard;
  'pq-label': PqLabel;
  'pq-quote': PqQuote;
  'pq-ledger': PqLedger;
}

/** The events that leave each tag, by name. `pq-ledger` has none. */
export interface PullquoteEvents {
  'pq-share': { 'pq-share': PqShareEvent; 'pq-shared': PqSharedEvent; 'pq-fact': PqFactEvent };
  'pq-card': { 'pq-share': PqShareEvent; 'pq-shared': PqSharedEvent; 'pq-fact': PqFactEvent };
  'pq-label': { 'pq-fact': PqFactEvent };
  'pq-quote': { 'pq-share': PqShareEvent; 'pq-shared': PqSharedEvent; 'pq-fact': PqFactEvent };
  'pq-ledger': object;
}

/** `{ 'pq-share': E }` with the prefix `on` is `{ 'onpq-share'?: (event: E) => void }`. */
export type Listeners<Events, Prefix extends string> = {
  [Name in keyof Events as `${Prefix}${Name & string}`]?: ((event: Events[Name]) => void) | undefined;
};

export type PullquoteTag = keyof PullquoteProps;
