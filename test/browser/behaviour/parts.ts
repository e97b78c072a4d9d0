import type { Target } from '../../support/engines/target.js';

/**
 * Where the suite finds things, and the few words that it must know: the one place to change when a sentence or the layout
 * does. What can be told by role, part or form name is.
 */
export const card: Target = { css: 'pq-card' };
/** The first line of a card: what was checked. */
export const state: Target = { css: '[part=state]', within: card };
/** Who, in what role, for whom. */
export const source: Target = { css: '[part=source]', within: card };
export const cardIn = (name: string): Target => ({ css: `pq-card:state(${name})` });
/** Empty until it is opened. */
export const details: Target = { css: '[part=details]:not(:empty)', within: card };
export const detailsButton: Target = { css: '[data-do=details]', within: card };
export const reshare: Target = { css: '[data-do=share]', within: card };
export const shareButton: Target = { css: '[part=button]', within: { css: 'pq-share' } };

export const dialog: Target = { role: 'dialog' };
export const destination: Target = { role: 'radio', css: '[name=destination]', within: dialog };
export const search: Target = { role: 'searchbox', within: dialog };
export const excerpt: Target = { role: 'radio', css: '[name=excerpt]', within: dialog };
export const comment: Target = { role: 'textbox', css: 'textarea:not([readonly])', within: dialog };
export const textToCopy: Target = { role: 'textbox', css: 'textarea[readonly]', within: dialog };
export const post: Target = { css: '[type=submit]', within: dialog };
export const tell: Target = { role: 'switch', within: dialog };
export const close: Target = { role: 'button', name: 'Close', within: dialog };
export const moreWays: Target = { css: '.more > summary', within: dialog };
/** What became of another way to share. */
export const waySays: Target = { role: 'status', css: '.ways ~ .says', within: dialog };
export const copyLink: Target = { role: 'button', name: 'Copy link', within: dialog };
export const alert: Target = { role: 'alert', within: dialog };
export const status: Target = { role: 'status', within: dialog };
export const places: Target = { role: 'link', css: '[rel~=noreferrer]', within: dialog };
