import type { PqShareEvent } from '@pullquote/elements';
import type {} from '@pullquote/elements/jsx/react';
import { useEffect, useState } from 'react';
import { post, readThread, type Thread } from './forum';

export function Discussion({ first }: { first: Thread }) {
  const [{ item, posts }, setThread] = useState(first);
  const [shown, setShown] = useState(true);
  const refresh = async () => setThread(await readThread());

  // One listener for the button above and for every card below.
  useEffect(() => {
    const onShare = (event: PqShareEvent) => event.respondWith(post(event.destination.id, event.compose('html')));
    const onShared = () => void refresh();
    document.addEventListener('pq-share', onShare);
    document.addEventListener('pq-shared', onShared);
    return () => {
      document.removeEventListener('pq-share', onShare);
      document.removeEventListener('pq-shared', onShared);
    };
  }, []);

  return (
    <>
      <h1>Statins and macrolides</h1>
      <p className="lead">A discussion page in React.</p>
      <section className="item" aria-label="Worth discussing">
        <pq-label item={item}>
          <a href={item}>{item}</a>
        </pq-label>
        <pq-share item={item}>
          <a href={item}>Read it at its source</a>
        </pq-share>
      </section>
      <div className="tools">
        <button type="button" id="refresh" onClick={() => void refresh()}>
          Refresh
        </button>
        <button type="button" id="toggle" onClick={() => setShown(!shown)}>
          {shown ? 'Hide the thread' : 'Show the thread'}
        </button>
      </div>
      {shown && (
        <main>
          {posts.map(({ id, author, html }) => (
            <article key={id} data-post={id}>
              <p className="by">
                <strong>{author}</strong>
              </p>
              <div dangerouslySetInnerHTML={{ __html: html }} />
            </article>
          ))}
        </main>
      )}
    </>
  );
}
