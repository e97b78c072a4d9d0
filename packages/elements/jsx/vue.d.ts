/* eslint-disable @typescript-eslint/no-empty-object-type -- declarations can be added to in no other way */
/** For Vue 3 templates and JSX: `import type {} from '@pullquote/elements/jsx/vue'` once, anywhere in the project. */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { Listeners, PullquoteElements, PullquoteEvents, PullquoteProps, PullquoteTag } from './index.d.ts';

/** `@pq-share` in a template is `onPqShare` to Vue. */
type Camel<Name> = Name extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Capitalize<Rest>}` : Name;
type Heard<Events> = { [Name in keyof Events as Camel<Name> & string]: Events[Name] };

type Props<Name extends PullquoteTag> = HTMLAttributes &
  PublicProps &
  PullquoteProps[Name] &
  Listeners<Heard<PullquoteEvents[Name]>, 'on'>;

/** Vue reads what a tag takes off `$props`, and what a template ref gives off the instance. */
type Tag<Name extends PullquoteTag> = new () => PullquoteElements[Name] & { /** Types alone. */ $props: Props<Name> };

type Tags = { [Name in PullquoteTag]: Tag<Name> };

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}

declare module 'vue/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      'pq-share': Props<'pq-share'>;
      'pq-card': Props<'pq-card'>;
      'pq-label': Props<'pq-label'>;
      'pq-quote': Props<'pq-quote'>;
      'pq-ledger': Props<'pq-ledger'>;
    }
  }
}
