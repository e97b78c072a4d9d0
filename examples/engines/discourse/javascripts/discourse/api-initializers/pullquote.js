import { ajax } from 'discourse/lib/ajax';
import { apiInitializer } from 'discourse/lib/api';
import { i18n } from 'discourse-i18n';
import { asRaw, categoryIds, readerOf, toDestinations } from '../lib/pullquote';

/** Settings and translations of a theme are named through these; Discourse's build knows both. */
/* global settings, themePrefix */

export default apiInitializer((api) => {
  const openCategories = categoryIds(settings.open_categories);

  const link = document.createElement('link');
  link.rel = 'pullquote';
  link.href = '/pq/community.json';
  document.head.append(link);

  // Discourse's policy is a nonce with strict-dynamic: what one of its own scripts imports is trusted with it.
  import(new URL('/pq/pullquote.js', location.origin).href).then(({ connect }) =>
    connect({
      reader: readerOf(api.getCurrentUser(), settings.verified_group),
      destinations: async (query) =>
        toDestinations(await ajax('/search/query.json', { data: { term: query } }), openCategories),
    }),
  );

  // A publisher's page has led here, with the item in the fragment: the share button takes it from there.
  if (location.hash.startsWith('#pq-share=')) {
    document.body.prepend(document.createElement('pq-share'));
  }

  document.addEventListener('pq-share', (event) =>
    event.respondWith(
      ajax('/posts.json', {
        type: 'POST',
        data: { topic_id: event.destination.id, raw: asRaw(event.compose('html')) },
      }).then(() => event.destination),
    ),
  );

  // The script finds links in posts by itself. A composer's preview stays as it will be stored, and nothing in it is counted.
  api.decorateCookedElement(
    (element, helper) => {
      if (!helper) {
        element.setAttribute('data-pq-ignore', '');
      }
    },
    { id: 'pullquote' },
  );

  api.onToolbarCreate((toolbar) => {
    toolbar.addButton({
      id: 'pullquote',
      group: 'extras',
      icon: 'quote-left',
      title: themePrefix('composer.insert'),
      sendAction: async (event) => {
        const dialog = api.container.lookup('service:dialog');
        // Discourse's own dialogs have no field to type in.
        const address = window.prompt(i18n(themePrefix('composer.ask')));
        if (!address) {
          return;
        }
        const answer = await fetch(`/pq/unfurl?url=${encodeURIComponent(address)}`);
        const { renderings, detail } = await answer.json();
        if (!renderings) {
          return dialog.alert(detail ?? i18n(themePrefix('composer.refused')));
        }
        event.addText(`\n\n${asRaw(renderings.html)}\n\n`);
      },
    });
  });
});
