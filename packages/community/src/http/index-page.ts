import type { Settings } from '../config.js';
import type { Catalogue } from '../store/catalogue.js';
import type { Lists } from '../store/lists.js';
import type { Publishers } from '../store/publishers.js';

/** `/pq/`: what stands here and how fresh it is. No figure of what doctors did. */
export function indexPage(settings: Settings, publishers: Publishers, catalogue: Catalogue, lists: Lists): object {
  const now = settings.clock.now();
  return {
    schema: 'pullquote-community-index/1',
    id: settings.origin,
    name: settings.name,
    count: settings.count,
    script: '/pq/pullquote.js',
    community: '/pq/community.json',
    publishers: publishers.all().map(({ origin, name, pin, checked }) => {
      const list = lists.held(origin);
      return {
        origin,
        name,
        reached: pin !== undefined,
        secondsAgo: checked === null ? null : Math.max(0, Math.floor((now - checked) / 1000)),
        versions: catalogue.size(origin),
        status: list ? { iat: list.iat, exp: list.exp, expired: list.exp * 1000 <= now } : null,
      };
    }),
  };
}
