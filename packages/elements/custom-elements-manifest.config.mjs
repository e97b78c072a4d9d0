import { readFileSync, writeFileSync } from 'node:fs';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** What a class's `static properties` name with `state: true` is nobody else's. */
function stateOf(ts, node) {
  const properties = node.members?.find(
    (member) => ts.isPropertyDeclaration(member) && member.name.getText() === 'properties',
  )?.initializer;
  if (!properties || !ts.isObjectLiteralExpression(properties)) return [];
  return properties.properties
    .filter(({ initializer }) => /\bstate: true\b/.test(initializer.getText()))
    .map(({ name }) => name.getText());
}

/** Reads each element's tag off its `HTMLElementTagNameMap`, and drops what is not for the page that uses it. */
function onlyWhatIsPublic() {
  const tags = new Map();
  const state = new Map();
  return {
    name: 'only-what-is-public',
    analyzePhase({ ts, node }) {
      if (ts.isInterfaceDeclaration(node) && node.name.text === 'HTMLElementTagNameMap')
        for (const { name, type } of node.members) tags.set(type.getText(), name.text);
      if (ts.isClassDeclaration(node)) state.set(node.name.text, stateOf(ts, node));
    },
    packageLinkPhase({ customElementsManifest: manifest }) {
      const declarations = manifest.modules
        .flatMap((module) => module.declarations)
        .filter(({ kind, name }) => kind === 'class' && (tags.has(name) || name.endsWith('Event')))
        .map((one) => {
          const { attributes = [], members = [], superclass: _superclass, ...rest } = one;
          const shown = members.filter(
            ({ kind, privacy, static: fixed, name, description }) =>
              !fixed &&
              !['private', 'protected'].includes(privacy) &&
              ![...(state.get(one.name) ?? []), ...(state.get(one.superclass?.name) ?? [])].includes(name) &&
              (kind === 'field' || description),
          );
          return {
            ...rest,
            superclass: { name: tags.has(one.name) ? 'LitElement' : 'Event' },
            ...(tags.has(one.name) ? { customElement: true, tagName: tags.get(one.name) } : {}),
            attributes: attributes.filter(({ fieldName }) => shown.some(({ name }) => name === fieldName)).map(clean),
            members: shown.map(clean),
          };
        })
        .sort((a, b) => a.name.localeCompare(b.name));
      const js = { path: 'dist/index.js', kind: 'javascript-module', declarations };
      const index = readFileSync('src/index.ts', 'utf8').replace(/export type .*/g, '');
      js.exports = declarations
        .filter(({ name }) => new RegExp(`\\b${name}\\b`).test(index))
        .map(({ name }) => ({
          kind: 'js',
          name,
          declaration: { name, module: 'dist/index.js' },
        }));
      const define = { path: 'dist/define.js', kind: 'javascript-module', declarations: [] };
      define.exports = [...tags].map(([name, tag]) => ({
        kind: 'custom-element-definition',
        name: tag,
        declaration: { name, module: 'dist/index.js' },
      }));
      manifest.modules = [js, define];
    },
  };
}

/** Where a member was inherited from is a file that nobody outside has. */
const clean = ({ inheritedFrom: _inheritedFrom, privacy: _privacy, ...rest }) => rest;

const outdir = 'dist';

/** Each custom property once, though several elements read it. */
function cssCustomData() {
  return {
    name: 'css-custom-data',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const properties = new Map();
      for (const { cssProperties = [] } of modules.flatMap(({ declarations }) => declarations))
        for (const { name, default: unset, description } of cssProperties)
          if (!properties.has(name))
            properties.set(name, { name, description: `${description} Unset: \`${unset}\`.`, values: [] });
      const data = { version: 1.1, properties: [...properties.values()] };
      writeFileSync(`${outdir}/css-custom-data.json`, `${JSON.stringify(data, null, 2)}\n`);
    },
  };
}

export default {
  globs: ['src/**/pq-*.ts', 'src/source-element.ts', 'src/*-event.ts'],
  outdir,
  litelement: true,
  packagejson: false,
  plugins: [
    onlyWhatIsPublic(),
    customElementVsCodePlugin({
      outdir,
      htmlFileName: 'html-custom-data.json',
      cssFileName: null,
      hideLogs: true,
    }),
    cssCustomData(),
    customElementJetBrainsPlugin({ outdir, webTypesFileName: 'web-types.json', packageJson: false, hideLogs: true }),
  ],
};
