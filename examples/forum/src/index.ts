export { createForum, type ForumApp, type ForumOptions } from './app.js';
export type { Community, ShareableItem } from './community.js';
export { ForumError, type ForumErrorCode } from './errors.js';
