/* eslint-disable @typescript-eslint/no-empty-object-type -- declarations can be added to in no other way */
/** For Preact: `import type {} from '@pullquote/elements/jsx/preact'` once, anywhere in the project. */
import type { HTMLAttributes } from 'preact';
import type { Listeners, PullquoteElements, PullquoteEvents, PullquoteProps, PullquoteTag } from './index.d.ts';

type Tag<Name extends PullquoteTag> = HTMLAttributes<PullquoteElements[Name]> &
  PullquoteProps[Name] &
  Listeners<PullquoteEvents[Name], 'on'>;

type Tags = { [Name in PullquoteTag]: Tag<Name> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
