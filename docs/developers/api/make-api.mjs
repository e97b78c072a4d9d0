// The reference of every package, made of what is published of it: `npm run docs:api`. A test fails when a page says something else.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { elementsPart } from './elements-page.mjs';
import { exportsOf } from './exports-of.mjs';
import { prose } from './prose.mjs';

const PACKAGES = fileURLToPath(new URL('../../../packages/', import.meta.url));
const HERE = fileURLToPath(new URL('./', import.meta.url));
/** Folder → the entry points that programs import; of elements and events also what a page loads. */
const ENTRIES = {
  record: ['.', './reader'],
  events: ['.', './browser'],
  elements: ['.'],
  community: ['.'],
  collector: ['.'],
  cli: ['.'],
};
const HEADS = { function: 'Functions', class: 'Classes', value: 'Values', type: 'Types' };

/** Every page, as it must stand here. @returns {Promise<Map<string, string>>} file name → text */
export async function apiPages() {
  const entries = [];
  for (const [folder, paths] of Object.entries(ENTRIES)) {
    const { name, description, exports } = JSON.parse(await readFile(`${PACKAGES}${folder}/package.json`, 'utf8'));
    for (const path of paths)
      entries.push({
        folder,
        name,
        description,
        specifier: name + path.slice(1),
        file: `${PACKAGES}${folder}/${exports[path].types}`,
      });
  }
  const found = exportsOf(entries.map(({ file }) => file));
  const manifest = JSON.parse(await readFile(`${PACKAGES}elements/dist/custom-elements.json`, 'utf8'));
  const pages = new Map();
  for (const folder of Object.keys(ENTRIES)) {
    const own = entries.flatMap((entry, i) => (entry.folder === folder ? [{ ...entry, found: found[i] }] : []));
    const [{ name, description }] = own;
    const text = [
      `# API of \`${name}\``,
      `${prose(description)}. Made by \`npm run docs:api\` from what is published; do not edit it.`,
      ...(folder === 'elements' ? [elementsPart(manifest)] : []),
      ...own.flatMap((entry, i) => part(entry, i === 0 ? [] : own[0].found)),
    ].join('\n\n');
    const file = `${folder}.md`;
    pages.set(file, await format(text, { ...(await resolveConfig(HERE + file)), parser: 'markdown' }));
  }
  return pages;
}

/** One entry point. What another one of the package gives already is named, and not said twice. */
function part({ specifier, found }, before) {
  const known = new Set(before.map(({ name }) => name));
  const again = found.filter(({ name }) => known.has(name)).map(({ name }) => `\`${name}\``);
  const fresh = found.filter(({ name }) => !known.has(name));
  return [
    `## \`${specifier}\``,
    ...(again.length > 0 ? [`Of what stands above: ${again.join(', ')}.`] : []),
    ...Object.entries(HEADS).flatMap(([kind, head]) => {
      const all = fresh.filter((one) => one.kind === kind);
      return all.length === 0 ? [] : [`### ${head}`, ...all.map(one)];
    }),
  ];
}

function one({ name, text, about, throws }) {
  return [
    `#### \`${name}\``,
    ...(about ? [prose(about)] : []),
    ...throws.map((what) => `Throws ${prose(what)}`),
    `\`\`\`ts\n${text}\n\`\`\``,
  ].join('\n\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [file, text] of await apiPages()) await writeFile(HERE + file, text);
