import { prose } from './prose.mjs';

/** The elements' own part of the page, from the manifest that editors read as well. @param {object} manifest custom-elements.json */
export function elementsPart(manifest) {
  const declarations = manifest.modules.flatMap(({ declarations: all = [] }) => all);
  return [
    '## Elements',
    ...declarations.filter(({ tagName }) => tagName).map(element),
    '## Events',
    ...declarations.filter(({ name, tagName }) => !tagName && name.endsWith('Event')).map(event),
  ].join('\n\n');
}

function element({ name, tagName, description = '', attributes, members, events, slots, cssParts, cssProperties }) {
  const methods = (members ?? []).filter(({ kind }) => kind === 'method');
  const reflected = new Set((attributes ?? []).map(({ fieldName }) => fieldName));
  const fields = (members ?? []).filter(({ kind, name: field }) => kind === 'field' && !reflected.has(field));
  return [
    `### \`<${tagName}>\``,
    `Class \`${name}\`. ${prose(description)}`,
    table('Attributes, each a property as well', ['attribute', 'type', 'what it is'], attributes, (one) => [
      code(one.name),
      code(one.type?.text),
      prose(one.description),
    ]),
    table('Properties', ['property', 'type', 'what it is'], fields, (one) => [
      code(one.name),
      code(one.type?.text),
      prose(one.description),
    ]),
    table('Methods', ['method', 'gives', 'what it does'], methods, (one) => [
      code(`${one.name}(${(one.parameters ?? []).map((parameter) => parameter.name).join(', ')})`),
      code(one.return?.type?.text ?? 'void'),
      prose(one.description),
    ]),
    table('Events', ['event', 'class', 'when'], events, (one) => [
      code(one.name),
      code(one.type?.text),
      prose(one.description),
    ]),
    table('Slots', ['slot', 'what it is'], slots, (one) => [
      one.name === '' ? 'unnamed' : code(one.name),
      prose(one.description),
    ]),
    table('Parts', ['part', 'what it is'], cssParts, (one) => [code(one.name), prose(one.description)]),
    table('Custom properties', ['property', 'without it', 'what it is'], cssProperties, (one) => [
      code(one.name),
      code(one.default),
      prose(one.description),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function event({ name, description = '', members = [] }) {
  return [
    `### \`${name}\``,
    prose(description),
    table('Fields and methods', ['name', 'type', 'what it is'], members, (one) => [
      code(
        one.kind === 'method' ? `${one.name}(${(one.parameters ?? []).map((each) => each.name).join(', ')})` : one.name,
      ),
      code(one.type?.text ?? one.return?.type?.text),
      prose(one.description),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function table(title, heads, list = [], cells) {
  if (list.length === 0) return '';
  const row = (all) =>
    `| ${all
      .map((cell) =>
        String(cell ?? '')
          .replace(/\s+/g, ' ')
          .replaceAll('|', '\\|'),
      )
      .join(' | ')} |`;
  return [`**${title}**`, '', row(heads), row(heads.map(() => '---')), ...list.map((one) => row(cells(one)))].join(
    '\n',
  );
}

const code = (text) => (text ? `\`${text.replace(/\s+/g, ' ')}\`` : '');
