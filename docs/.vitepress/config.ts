import { defineConfig } from 'vitepress';
import { linksOutOfTheSite } from './links-out.js';
import { samplePlugin } from './playground/plugin.js';
import { sidebar } from './sidebar.js';

/** The documentation as a site: `npm run docs` to read it while writing, `npm run docs:build` to publish `docs/.vitepress/dist`. */
export default defineConfig({
  title: 'Pullquote',
  description: 'Doctors pass useful content on with its source on it; publishers learn what was reused, never by whom.',
  lang: 'en-GB',
  cleanUrls: true,
  // On a code host a folder's page is its README; on the site it is the folder's index.
  rewrites: (path) => path.replace(/README\.md$/, 'index.md'),
  markdown: {
    config: (md) => linksOutOfTheSite(md),
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  vite: { plugins: [samplePlugin()] },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('pq-') } } },
  themeConfig: {
    nav: [
      { text: 'Communities', link: '/communities/' },
      { text: 'Publishers', link: '/publishers/' },
      { text: 'Doctors', link: '/doctors/' },
      { text: 'Developers', link: '/developers/' },
      { text: 'Compare', link: '/compare' },
    ],
    sidebar,
    outline: [2, 3],
    // In the page itself: what a reader searches for is told to nobody.
    search: { provider: 'local' },
  },
});
