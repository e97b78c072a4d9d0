'use strict';

const { toWebRequest, sendWebResponse } = require('./lib/http');
const { keepMarkers } = require('./lib/markers');
const { linkIn } = require('./lib/links');
const settings = require('./lib/settings');

/** NodeBB's own modules, as it hands them to its plugins. */
const nodebb = (path) => require.main.require(path);

const plugin = module.exports;

/** The community server, or the reason why there is none. Every request waits for it. */
let starting;

async function start() {
  const { createCommunity } = await import('@pullquote/community');
  const saved = await nodebb('./src/meta').settings.get('pullquote');
  const community = await createCommunity(
    settings.toConfig(saved, { origin: new URL(nodebb('nconf').get('url')).origin, member: memberOf, isModerator }),
  );
  community.start();
  return community;
}

/**
 * Before NodeBB's own routes, so that none of them answers first: `/pq/facts` has a same-origin rule of its own, and needs no CSRF
 * token. NodeBB has set sessions up by then; `authenticateRequest` puts the member's number into `req.uid`.
 */
plugin.preload = async ({ app, middleware }) => {
  starting = start();
  starting.catch((error) => nodebb('winston').error(`[plugin/pullquote] ${error.message}`));
  app.use('/pq', middleware.authenticateRequest, async (req, res) => {
    try {
      await sendWebResponse(await (await starting).fetch(toWebRequest(req, nodebb('nconf').get('url'))), res);
    } catch {
      res
        .status(503)
        .type('text/plain')
        .send('Pullquote has not started. The reason stands in the log and in its admin page.');
    }
  });
};

/** A member of NodeBB; verified where the group that the admin named has them. */
async function memberOf(request) {
  const uid = toWebRequest.uidOf(request);
  if (!(uid > 0)) return null;
  const groups = nodebb('./src/groups');
  const { verifiedGroup } = await nodebb('./src/meta').settings.get('pullquote');
  return { id: String(uid), hcp: Boolean(verifiedGroup) && (await groups.isMember(uid, verifiedGroup)) };
}

async function isModerator(request) {
  const uid = toWebRequest.uidOf(request);
  return uid > 0 && nodebb('./src/user').isAdminOrGlobalMod(uid);
}

plugin.load = async ({ router, middleware }) => {
  const page = async (req, res) => {
    const problem = await starting.then(
      () => '',
      (error) => error.message,
    );
    res.render('admin/plugins/pullquote', { title: 'Pullquote', problem });
  };
  const { setupAdminPageRoute } = nodebb('./src/routes/helpers');
  setupAdminPageRoute(router, '/admin/plugins/pullquote', [middleware.applyCSRF], page);
};

plugin.adminNavigation = async (header) => {
  header.plugins.push({ route: '/plugins/pullquote', icon: 'fa-quote-left', name: 'Pullquote' });
  return header;
};

/** Which categories every member can read: NodeBB's rights are per group, and a page knows its own reader's alone. */
plugin.clientConfig = async (config) => {
  const { openCategories } = await nodebb('./src/meta').settings.get('pullquote');
  config.pullquote = {
    openCategories: String(openCategories ?? '')
      .split(',')
      .map((cid) => cid.trim()),
  };
  return config;
};

/** Tells the page's script where the community's file stands. The script itself is loaded by static/lib/client.js. */
plugin.linkTags = async (data) => {
  data.links.push({ rel: 'pullquote', href: '/pq/community.json' });
  return data;
};

plugin.composerButton = async (data) => {
  data.options.push({
    name: 'pullquote',
    className: 'fa fa-quote-left',
    title: 'Share an item with its source',
    visibility: { mobile: true, desktop: true, main: true, reply: true },
  });
  return data;
};

plugin.sanitizeConfig = async (config) => keepMarkers(config);

/** A post that goes takes its event back, if its day hasn't left yet. No id of a post is handed over. */
async function takeBack(posts) {
  const community = await starting.catch(() => undefined);
  for (const { uid, content, timestamp } of posts) {
    const link = linkIn(content);
    const day = new Date(timestamp).toISOString().slice(0, 10);
    if (community && uid && link) community.removed({ member: String(uid), link, day });
  }
}

plugin.postDeleted = ({ post }) => takeBack([post]);

/** A post that was deleted before has taken its event back then. */
plugin.postsPurged = ({ posts }) => takeBack(posts.filter(({ deleted }) => !deleted));
