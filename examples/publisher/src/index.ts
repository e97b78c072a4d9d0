export { DEMO_ITEMS, type DemoItemName } from './items.js';
export { prepareDemo, type DemoProject, type DemoSettings } from './prepare-demo.js';
export { createPublisherSite, type PublisherSite, type SiteSettings } from './site.js';
export { SITE_NAME } from './site-name.js';
