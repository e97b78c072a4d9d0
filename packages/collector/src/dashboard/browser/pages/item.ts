import { html } from 'lit';
import type { Page, PageContext } from '../parts/context.js';
import { crowdNote } from '../parts/crowd-note.js';
import { whenLoaded } from '../parts/loaded.js';
import { pageHead, section } from '../parts/pieces.js';
import { MOST_ROWS } from '../parts/table-foot.js';
import { crowd, excerpts, rooms, trust } from './item/crowds.js';
import { head } from './item/head.js';
import { depth, halfLife, timeline } from './item/posts.js';
import { versions, where } from './item/where.js';
import { nameOf } from './what-to-do.js';

export const item: Page = {
  title: (context) => titleOf(context),
  view(context) {
    const { item: urn } = context.place;
    if (urn === undefined)
      return html`${pageHead('No item chosen', html`<a href=${context.address('items')}>Choose one from the list.</a>`)}`;
    const only = { item: urn };
    return html`${whenLoaded(context.report('items', only), context, (report) => head(report, urn, context))}
    ${whenLoaded(context.report('always-on', only), context, (report) => timeline(report, context))}
    ${section(
      'depth',
      'How far it travels',
      whenLoaded(context.report('depth', only), context, (report) => depth(report, context)),
    )}
    ${section(
      'half-life',
      'How long it is reused',
      whenLoaded(context.report('half-life', only), context, (report) => halfLife(report, context)),
    )}
    ${section(
      'versions',
      'Versions',
      whenLoaded(context.report('versions', only), context, (report) => versions(report, context)),
    )}
    ${section(
      'where',
      'Communities',
      whenLoaded(context.report('communities', { ...only, limit: MOST_ROWS }), context, (report) =>
        where(report, context),
      ),
    )}
    ${section(
      'excerpts',
      'The most-quoted excerpt',
      whenLoaded(context.report('excerpts', only), context, (report) => excerpts(report, context)),
    )}
    ${section(
      'rooms',
      'Rooms it is read in',
      whenLoaded(context.report('rooms', only), context, (report) => rooms(report, context)),
    )}
    ${section(
      'trust',
      'Label trust',
      whenLoaded(context.report('label-trust', only), context, (report) => trust(report, context)),
    )}
    ${section(
      'crowd',
      'What else crowds did with it',
      whenLoaded(context.report('crowd', only), context, (report) => crowd(report, context)),
    )}
    ${whenLoaded(context.report('label-trust', only), context, ({ viewed }) => crowdNote([viewed]))}`;
  },
};

function titleOf(context: PageContext): string {
  const { item: urn } = context.place;
  if (urn === undefined) return 'No item chosen';
  const loaded = context.report('items', { item: urn });
  const [row] = loaded.state === 'ready' ? loaded.value.rows : [];
  return row ? nameOf(row) : urn;
}
