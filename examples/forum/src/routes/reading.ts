import { Hono } from 'hono';
import { ForumError } from '../errors.js';
import type { Env } from '../http/env.js';
import { signedIn } from '../http/guard.js';
import { forumPage, homePage } from '../pages/home.js';
import { layout } from '../pages/layout.js';
import { libraryPage } from '../pages/library.js';
import { searchPage } from '../pages/search.js';
import { threadPage } from '../pages/thread.js';
import { visit, type Site } from '../site.js';
import { findForum, listForums } from '../store/forums.js';
import { listPosts } from '../store/posts.js';
import { findThread, listThreads } from '../store/threads.js';

const MAX_QUERY = 100;

/** The pages that only show. What a doctor can't see is "not found", whether or not it exists. */
export function readingRoutes(site: Site): Hono<Env> {
  const { database } = site;
  const routes = new Hono<Env>();

  routes.get('/', (c) => {
    const { id } = signedIn(c);
    const page = homePage(listForums(database, id), listThreads(database, id, { limit: 30 }));
    return c.html(layout(visit(site, c), { title: 'Discussions' }, page));
  });

  routes.get('/f/:slug', (c) => {
    const { id } = signedIn(c);
    const forum = findForum(database, id, c.req.param('slug'));
    if (!forum) throw new ForumError('not-found', 'This sub-forum does not exist, or is not open to you.');
    const page = forumPage(forum, listThreads(database, id, { forum: forum.slug }));
    return c.html(layout(visit(site, c), { title: forum.name, specialty: forum.specialty }, page));
  });

  routes.get('/threads/:id', (c) => {
    const { id } = signedIn(c);
    const thread = findThread(database, id, c.req.param('id'));
    if (!thread) throw new ForumError('not-found', 'This discussion does not exist, or is not open to you.');
    const page = threadPage(thread, listPosts(database, thread.id), c.get('csrf'));
    return c.html(layout(visit(site, c), { title: thread.title, specialty: thread.specialty }, page));
  });

  routes.get('/search', (c) => {
    const { id } = signedIn(c);
    const query = (c.req.query('q') ?? '').slice(0, MAX_QUERY);
    const hits = query.trim() === '' ? [] : listThreads(database, id, { words: query, inPosts: true });
    return c.html(layout(visit(site, c), { title: 'Search' }, searchPage(query, hits)));
  });

  routes.get('/library', async (c) => {
    const { verified } = signedIn(c);
    const page = libraryPage(await site.community.items({ hcp: verified }));
    return c.html(layout(visit(site, c), { title: 'Library' }, page));
  });

  return routes;
}
