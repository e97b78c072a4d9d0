'use strict';

/** What a marker is made of. NodeBB keeps all of it as it comes; a site that has cut its list down would not. */
const TAGS = ['blockquote', 'p', 'strong', 'a'];

/**
 * Makes sure that a stored marker stays whole, and that nothing that members type becomes one of our elements: only the page's
 * script makes those.
 */
exports.keepMarkers = (config) => {
  const allowedTags = config.allowedTags.filter((tag) => !/^pq-/i.test(tag));
  for (const tag of TAGS) if (!allowedTags.includes(tag)) allowedTags.push(tag);
  const links = config.allowedAttributes?.a ?? [];
  return {
    ...config,
    allowedTags,
    allowedAttributes: { ...config.allowedAttributes, a: links.includes('href') ? links : [...links, 'href'] },
  };
};
