/** How to write a missing field. What a template leaves open is refused when an item is signed: none is signed by mistake. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  canonicalUrl: ['canonicalUrl: …'],
  promotionalStatus: ['promotionalStatus: …'],
  labelStatus: ['labelStatus: …'],
  contentType: ['contentType: …'],
  language: ['language: …'],
  title: ['title:'],
  audience: ['audience:', '  roles: […]', '  countries: […]'],
  involvement: ['involvement:', '  …: Written by …. Funded and reviewed by ….'],
  aeReporting: ['aeReporting:', '  …:', '    text: …', '    authorityUrl: …'],
  parties: ['parties:', '  - role: …', '    name: …'],
  products: ['products:', '  - generic:'],
  'products.#.generic': ['generic:'],
  'products.#.piUrl': ['piUrl:', '  …: …'],
  'products.#.safety': ['safety:', '  …: …'],
};

const REUSE = ['requireVerifiedHcp', 'quote', 'download', 'print', 'reshare', 'licence'];

/** Lines that show, as a comment, how each missing field is written; fields inside others say in which. */
export function templateLines(paths: readonly string[], stated: { reuse: boolean; parties: boolean }): string[] {
  const own = [...new Set(paths)].filter((path) => !path.startsWith('reuse.') && !path.includes('*'));
  const lines = own.flatMap((path) => {
    const place = /^products\.(\d+)\./.exec(path)?.[1];
    const template = TEMPLATES[path.replace(/\.\d+\./, '.#.')] ?? [];
    // A field that is there already is added to, not written a second time.
    const inside =
      place === undefined ? (path === 'parties' && stated.parties ? 'parties' : undefined) : `products[${place}]`;
    return inside === undefined
      ? template
      : [`(in ${inside})`, ...template.slice(inside === 'parties' ? 1 : 0).map((line) => `    ${line}`)];
  });
  const reuse = REUSE.filter((name) => paths.includes(`reuse.${name}`)).map((name) => `  ${name}: …`);
  if (reuse.length > 0) lines.push(...(stated.reuse ? ['(in reuse)'] : ['reuse:']), ...reuse);
  return lines;
}
