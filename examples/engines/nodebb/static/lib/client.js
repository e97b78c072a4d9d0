'use strict';

/* global $, config, require */

(function () {
  // A module of its own, from this site's own server: it must not be minified together with NodeBB's scripts.
  const sdk = import(/* webpackIgnore: true */ '/pq/pullquote.js');
  /** NodeBB's build follows `require` as it is written: each stands with its names, and none is put together. */
  const nodebb = (ask) => new Promise((resolve) => ask((...modules) => resolve(modules)));

  /** Topics that a member can post into. A share into a category that not every member can read counts as private. */
  async function destinations(query) {
    const [api] = await nodebb((done) => require(['api'], done));
    const { posts = [] } = await api.get('/api/search', { term: query, in: 'titles' });
    const topics = new Map(posts.map((post) => [post.topic.tid, post]));
    return [...topics.values()].map(({ topic, category }) => ({
      id: String(topic.tid),
      label: topic.titleRaw ?? topic.title,
      url: `${config.relative_path}/topic/${topic.slug}`,
      ...(config.pullquote.openCategories.includes(String(category.cid)) ? { visibility: 'members' } : {}),
    }));
  }

  async function post(tid, html) {
    const [api, { toMarkdown }] = await nodebb((done) => require(['api', 'pullquote-markdown'], done));
    await api.post(`/topics/${tid}`, { content: toMarkdown(html) });
  }

  sdk.then(({ connect }) => {
    connect({ destinations });
    document.addEventListener('pq-share', (event) =>
      event.respondWith(post(event.destination.id, event.compose('html')).then(() => event.destination)),
    );
  });

  /** A publisher's page has led here, with the item in the fragment: the share button takes it from there. */
  $(document).ready(() => {
    if (location.hash.startsWith('#pq-share=')) document.body.prepend(document.createElement('pq-share'));
  });

  /** The composer's button: an address is asked for, and the item's whole label comes where the cursor stands. */
  $(window).on('action:composer.enhanced', async () => {
    const [formatting, controls, bootbox, alerts] = await nodebb((done) =>
      require(['composer/formatting', 'composer/controls', 'bootbox', 'alerts'], done),
    );
    formatting.addButtonDispatch('pullquote', (textarea) => {
      bootbox.prompt('Address of the item', async (address) => {
        if (!address) return;
        const answer = await fetch(`/pq/unfurl?url=${encodeURIComponent(address)}`);
        const { renderings, item, detail } = await answer.json();
        if (!renderings) return alerts.error(detail ?? `This item can't be shared now: ${item.state}.`);
        controls.insertIntoTextarea(textarea, `\n${renderings.markdown}\n`);
      });
    });
  });
})();
