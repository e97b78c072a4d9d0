/* eslint-disable @typescript-eslint/no-empty-object-type -- declarations can be added to in no other way */
/** For React 19: `import type {} from '@pullquote/elements/jsx/react'` once, anywhere in the project. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Listeners, PullquoteElements, PullquoteEvents, PullquoteProps, PullquoteTag } from './index.d.ts';

/** React listens to any event of a custom element: `onpq-share={(event) => …}`. */
type Tag<Name extends PullquoteTag> = DetailedHTMLProps<
  HTMLAttributes<PullquoteElements[Name]>,
  PullquoteElements[Name]
> &
  PullquoteProps[Name] &
  Listeners<PullquoteEvents[Name], 'on'>;

type Tags = { [Name in PullquoteTag]: Tag<Name> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
