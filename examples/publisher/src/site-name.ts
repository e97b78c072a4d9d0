/** Fictional; its pages say so. */
export const SITE_NAME = 'Commonplace Medical Library';
