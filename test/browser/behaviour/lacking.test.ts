import { afterEach, expect, it } from 'vitest';
import { ENGLISH } from '@pullquote/record';
import { inEveryEngine } from '../../support/engines/in-every-engine.js';
import type { Tab } from '../../support/engines/tab.js';
import { posted, shareTag, startForum, wrong, type Forum } from './forum.js';
import { STRICT_CSP } from '../../support/site.js';
import { alert, card, destination, dialog, post, shareButton, state, status } from './parts.js';

/**
 * What older browsers lack, taken from a new one before our code runs. An element must then work, or say in words that it
 * could not check; it never looks verified, and the post stays readable.
 */
const WITHOUT = {
  decompression: 'delete globalThis.DecompressionStream;',
  cryptography: "Object.defineProperty(crypto, 'subtle', { value: undefined });",
  'the algorithm':
    "SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException('No ES256 here', 'NotSupportedError'));",
  ':state()': "Object.defineProperty(ElementInternals.prototype, 'states', { value: undefined });",
  'element internals': 'delete HTMLElement.prototype.attachInternals;',
  'shared style sheets':
    'delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets;',
  'trusted types': 'delete globalThis.trustedTypes; delete globalThis.TrustedTypePolicyFactory;',
  storage: "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });",
  locks: 'delete Navigator.prototype.locks;',
  'time limits for requests': 'delete AbortSignal.timeout;',
  keepalive: `const send = fetch; globalThis.fetch = (input, init) =>
    init?.keepalive ? Promise.reject(new TypeError('keepalive is not supported')) : send(input, init);`,
} as const;
type Feature = keyof typeof WITHOUT;

inEveryEngine('a browser that lacks', (open) => {
  let forum: Forum;
  afterEach(() => forum.close());

  async function without(feature: Feature, body: (forum: Forum) => string, query = ''): Promise<Tab> {
    forum = await startForum();
    forum.pages.set('/pq/community.json', {
      type: 'application/json',
      body: JSON.stringify({ ...forum.file, count: 'shares' }),
    });
    forum.pages.set('/pq/facts', { type: 'application/json', body: '{"accepted":1,"duplicates":0,"refused":[]}' });
    forum.pages.set('/without.js', { type: 'text/javascript', body: WITHOUT[feature] });
    const tab = await open();
    // Who knows no trusted types knows no policy about them either.
    const csp = feature === 'trusted types' ? STRICT_CSP.replace(/; require-trusted-types.*/, '') : undefined;
    const head = '<script src="/without.js"></script>';
    await tab.goto(`${forum.show(body(forum), { head, ...(csp === undefined ? {} : { csp }) })}${query}`);
    return tab;
  }

  it.each<[Feature]>([['decompression'], ['cryptography'], ['the algorithm']])(
    '%s says that it could not check, and shares nothing',
    async (feature) => {
      const tab = await without(feature, (on) => on.post + shareTag(on));
      expect(await tab.text(state)).toContain(ENGLISH.state.unchecked);
      const words = await tab.text(card);
      expect(words).toContain('Parke-Davis Div of Pfizer Inc (sponsor)');
      expect(words).not.toContain(ENGLISH.state.verified);
      await tab.click(shareButton);
      expect(await tab.text(alert)).not.toBe('');
      expect([await tab.count(post), await wrong(tab)]).toEqual([0, []]);
    },
  );

  it.each<[Feature]>([
    [':state()'],
    ['shared style sheets'],
    ['trusted types'],
    ['storage'],
    ['locks'],
    ['time limits for requests'],
    ['keepalive'],
  ])('%s shows the card and shares all the same', async (feature) => {
    const tab = await without(feature, (on) => on.post + shareTag(on), '?storage=persistent');
    expect(await tab.text(state)).toContain(ENGLISH.state.verified);
    await tab.click(shareButton);
    await tab.click({ ...destination, name: 'Statins' });
    await tab.click(post);
    await tab.until('the post', async () => (await posted(tab)).length === 1);
    expect(await tab.text(status)).not.toBe('');
    const problems = await wrong(tab);
    // Without shared style sheets a strict policy leaves only the page's own looks: every word is still there.
    const refused = feature === 'shared style sheets' ? /^style-src/ : /^$/;
    expect(problems.filter((one) => !refused.test(one))).toEqual([]);
  });

  it.each<[Feature]>([['element internals']])('%s keeps the stored post as it was', async (feature) => {
    const tab = await without(feature, (on) => on.post);
    await tab.see(card);
    expect(await tab.text({ role: 'article' })).toContain(ENGLISH.state['as-stated']);
    expect((await tab.text({ role: 'article' })).toLowerCase()).not.toContain('verified');
    expect(await tab.count(dialog)).toBe(0);
  });
});
