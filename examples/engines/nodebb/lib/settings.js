'use strict';

const path = require('node:path');

/** What the admin page saves, as text → the configuration of createCommunity. createCommunity names whatever is wrong. */
exports.toConfig = (saved, { origin, member, isModerator }) => ({
  origin,
  name: saved.name ?? '',
  country: (saved.country ?? '').toUpperCase(),
  readers: saved.readers === 'verified-hcp' ? 'verified-hcp' : 'mixed',
  ...(saved.funding ? { funding: saved.funding } : {}),
  dataDir: saved.dataDir || path.resolve('pullquote-data'),
  count: ['none', 'shares', 'all'].includes(saved.count) ? saved.count : 'shares',
  // Any page does: the script on it takes the item from the fragment.
  compose: '/',
  publishers: publishers(saved.publishers ?? ''),
  member,
  isModerator,
});

/** One publisher a line: its origin, the name that cards show, and any thumbprints, with | between them. */
function publishers(text) {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [origin = '', name = '', ...prints] = line.split('|').map((part) => part.trim());
      const thumbprints = prints.filter((print) => print !== '');
      return { origin, name, ...(thumbprints.length > 0 ? { thumbprints } : {}) };
    });
}
