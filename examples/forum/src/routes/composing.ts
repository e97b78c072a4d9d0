import { Hono } from 'hono';
import { ForumError } from '../errors.js';
import type { Env, ForumContext } from '../http/env.js';
import { readForm, signedIn } from '../http/guard.js';
import { composerPage, type Draft } from '../pages/composer.js';
import { layout } from '../pages/layout.js';
import { publish, type Place } from '../posting.js';
import { textToHtml } from '../sanitize.js';
import { visit, type Site } from '../site.js';
import { listForums } from '../store/forums.js';
import { listThreads } from '../store/threads.js';

/** The composer: also where a share from a publisher's page arrives, with its item in the fragment. */
export function composingRoutes(site: Site): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/new', (c) => {
    signedIn(c);
    const { thread, forum } = c.req.query();
    const place = thread !== undefined ? `thread:${thread}` : `forum:${forum ?? ''}`;
    return c.html(page(c, { place, title: '', words: '' }));
  });

  routes.post('/new', async (c) => {
    const doctor = signedIn(c);
    const field = await readForm(c, site.origin);
    const draft: Draft = { place: field('place'), title: field('title'), words: field('words') };
    try {
      return c.redirect(publish(site, doctor, readPlace(draft), textToHtml(draft.words)).url, 303);
    } catch (error) {
      if (!(error instanceof ForumError)) throw error;
      return c.html(page(c, { ...draft, problem: error.message }), error.status);
    }
  });

  function page(c: ForumContext, draft: Draft) {
    const { id } = signedIn(c);
    const forums = listForums(site.database, id);
    const threads = listThreads(site.database, id, { limit: 50 });
    const body = composerPage({ forums, threads, draft, csrf: c.get('csrf') });
    return layout(visit(site, c), { title: 'Write' }, body);
  }

  return routes;
}

function readPlace({ place, title }: Draft): Place {
  const colon = place.indexOf(':');
  const id = place.slice(colon + 1);
  switch (place.slice(0, colon)) {
    case 'thread':
      return { kind: 'thread', id };
    case 'forum':
      return { kind: 'forum', slug: id, title };
    default:
      throw new ForumError('place', 'Choose where the post should go.');
  }
}
