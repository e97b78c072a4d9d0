import { createElement as h, StrictMode, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

/** One post as the page's server sends it. */
export interface Post {
  readonly id: string;
  readonly link: string;
  /** The stored post, as HTML. */
  readonly html: string;
}

/** How a React forum shows a post: HTML set as it is, elements made from it, or our element in its own markup. */
export type Manner = 'html' | 'elements' | 'element';

export interface ReactThread {
  show(posts: readonly Post[], manner: Manner): Promise<void>;
  unmount(): Promise<void>;
  readonly errors: string[];
}

declare global {
  var thread: ReactThread;
}

declare module 'react' {
  // React finds the types of tags in a namespace, and nowhere else.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace JSX {
    interface IntrinsicElements {
      'pq-card': { item?: string | undefined; depth?: number; view?: string; children?: unknown };
    }
  }
}

function Body({ post, manner }: { post: Post; manner: Manner }): ReactElement {
  // A new object each time, as most code writes it.
  if (manner === 'html') return h('div', { dangerouslySetInnerHTML: { __html: post.html } });
  const stored = h(
    'blockquote',
    null,
    h('p', null, `Stored text of ${post.id}`),
    h('p', null, h('a', { href: post.link }, post.link)),
  );
  if (manner === 'element') return h('pq-card', { item: post.link, depth: 1, view: 'compact' }, stored);
  return h('div', null, h('p', null, `Words of ${post.id}`), stored, h('p', null, 'After it'));
}

let change: (next: { posts: readonly Post[]; manner: Manner }) => void = () => undefined;

function Thread(): ReactElement {
  const [{ posts, manner }, set] = useState<{ posts: readonly Post[]; manner: Manner }>({ posts: [], manner: 'html' });
  change = set;
  return h(
    'section',
    null,
    posts.map((post) => h('article', { key: post.id, id: post.id }, h(Body, { post, manner }))),
  );
}

const errors: string[] = [];
const note = (error: unknown) => errors.push(String(error));
const root = createRoot(document.querySelector('main') ?? document.body, {
  onUncaughtError: note,
  onCaughtError: note,
  onRecoverableError: note,
});
root.render(h(StrictMode, null, h(Thread)));

const settled = () => new Promise<void>((done) => setTimeout(done, 50));
globalThis.thread = {
  errors,
  async show(posts, manner) {
    change({ posts, manner });
    await settled();
  },
  async unmount() {
    root.unmount();
    await settled();
  },
};
