import { CONTENT_TYPES, LABEL_STATUSES, PROMOTIONAL_STATUSES, QUOTE_POLICIES } from '@pullquote/record';
import { wrongAddress, wrongField } from './fields.js';
import {
  audience,
  boxedWarning,
  byCountry,
  chooseOne,
  involvement,
  parties,
  product,
  textOf,
  yesOrNo,
  type Question,
} from './question-kinds.js';

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  // A medical information response answers one person; it is never shareable.
  promotionalStatus: PROMOTIONAL_STATUSES.filter((status) => status !== 'medical-information-response'),
  labelStatus: LABEL_STATUSES,
  contentType: CONTENT_TYPES,
  'reuse.quote': QUOTE_POLICIES,
};

/** The question for a missing field; undefined for one that only an editor can fill in. */
export function questionFor(path: string): Question | undefined {
  const kind = path.replace(/\.\d+\./, '.#.');
  const choices = Object.hasOwn(CHOICES, kind) ? CHOICES[kind] : undefined;
  if (choices !== undefined) return chooseOne(choices);
  switch (kind) {
    case 'title':
    case 'language':
      return textOf(path, (value) => wrongField(kind, value));
    case 'canonicalUrl':
      return textOf(path, wrongAddress);
    case 'reuse.licence':
    case 'products.#.generic':
      return textOf(path, (value) => (value.length > 500 ? 'is longer than 500 characters' : undefined));
    case 'reuse.requireVerifiedHcp':
    case 'reuse.download':
    case 'reuse.print':
    case 'reuse.reshare':
      return yesOrNo;
    case 'audience':
      return audience;
    case 'involvement':
      return involvement;
    case 'aeReporting':
      return byCountry(
        (text) => ({ text }),
        (country, text) => wrongField('aeReporting', { [country]: { text } }),
      );
    case 'products.#.piUrl':
      return byCountry(
        (text) => text,
        (_country, text) => wrongAddress(text),
      );
    case 'products.#.safety':
      return byCountry(
        (text) => text,
        () => undefined,
      );
    case 'products':
      return product;
    case 'parties':
      return parties;
    case 'products.*.boxedWarning':
      return boxedWarning;
    default:
      return undefined;
  }
}
