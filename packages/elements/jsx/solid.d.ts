/* eslint-disable @typescript-eslint/no-empty-object-type -- declarations can be added to in no other way */
/** For Solid: `import type {} from '@pullquote/elements/jsx/solid'` once, anywhere in the project. */
import type { JSX } from 'solid-js';
import type { Listeners, PullquoteElements, PullquoteEvents, PullquoteProps, PullquoteTag } from './index.d.ts';

/** Solid sets attributes of custom elements; `prop:` sets a property, and `on:` listens to any event. */
type Tag<Name extends PullquoteTag> = JSX.HTMLAttributes<PullquoteElements[Name]> &
  PullquoteProps[Name] & {
    [Key in keyof PullquoteProps[Name] as `prop:${Key & string}`]?: PullquoteProps[Name][Key];
  } & Listeners<PullquoteEvents[Name], 'on:'>;

type Tags = { [Name in PullquoteTag]: Tag<Name> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
