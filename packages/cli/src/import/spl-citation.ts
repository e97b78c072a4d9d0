import { at, attribute, type XmlElement } from './xml-element.js';

interface Named {
  readonly title?: string | undefined;
  readonly labeler: string | undefined;
  readonly effective: string | undefined;
}

/** The label's own reference: who, what, and the ids by which it is found again. */
export function splCitation(document: XmlElement, { title, labeler, effective }: Named): string {
  const setId = attribute(at(document, 'setId'), 'root');
  const version = attribute(at(document, 'versionNumber'), 'value');
  const facts = [
    setId && `set id ${setId}`,
    version && `version ${version}`,
    effective && `effective ${effective}`,
  ].filter((fact) => fact !== undefined);
  return [labeler, title, `Structured product label${facts.length > 0 ? `, ${facts.join(', ')}` : ''}`]
    .filter((part) => part !== undefined)
    .map((part) => part.replace(/\.$/, ''))
    .join('. ')
    .concat('.');
}
