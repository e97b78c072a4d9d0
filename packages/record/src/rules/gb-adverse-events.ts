import { isPromotional } from './product.js';
import type { Problem, Rule } from './rule.js';
import { mentionsName, normalise } from './text.js';

/** The sentence that the code prescribes; the two places are the publisher's to fill. */
export const UK_ADVERSE_EVENT_TEXT =
  'Adverse events should be reported. Reporting forms and information can be found at <yellow card link>. ' +
  'Adverse events should also be reported to <company>.';

const [START = '', MIDDLE = ''] = normalise(UK_ADVERSE_EVENT_TEXT).split(/<[^>]*>/);
const YELLOW_CARD = /(^|[/.\s])(yellowcard\.mhra\.gov\.uk|mhra\.gov\.uk\/yellowcard)([/.\s?#]|$)/;
/** The company's name, with its telephone or e-mail, and nothing that would be a sentence of its own. */
const LONGEST_PLACE = 200;

/** The UK adverse-event sentence, word for word. */
export const adverseEventRule: Rule = {
  id: 'GB-03',
  where: ['GB'],
  severity: 'error',
  confirmed: true,
  citation: 'ABPI 2021 cl. 12.9; PMCPA AUTH/3816/7/23',
  checks:
    'Promotional: the adverse-event text for the UK is the prescribed sentence, with the Yellow Card link and the company.',
  *check(record) {
    if (!isPromotional(record)) return;
    const reporting = record.aeReporting?.['GB'];
    const fix = `Write: ${UK_ADVERSE_EVENT_TEXT.replace(/<([^>]*)>/g, '[$1]')}`;
    if (reporting === undefined) {
      yield { path: 'aeReporting.GB', message: 'There is no adverse-event text for the UK.', fix };
      return;
    }
    const names = [reporting.company, ...record.parties.map(({ name }) => name)].filter((name) => name !== undefined);
    yield* compare(reporting.text, names, { path: 'aeReporting.GB.text', fix });
  },
};

function* compare(text: string, names: readonly string[], at: Pick<Problem, 'path' | 'fix'>): Iterable<Problem> {
  const places = placesOf(text);
  if (places === undefined) {
    yield { ...at, message: 'The adverse-event text differs from the prescribed sentence.' };
    return;
  }
  if (!YELLOW_CARD.test(places.link))
    yield { ...at, message: 'The adverse-event text does not give the Yellow Card link.' };
  if (/[<>[\]]|^company$/.test(places.company))
    yield { ...at, message: 'The adverse-event text does not give the company.' };
  else if (!names.some((name) => mentionsName(places.company, name)))
    yield {
      ...at,
      message: `The adverse-event text names "${places.company}", which is none of the parties. A person must check that it is the company.`,
      undecided: true,
    };
}

/** What stands in the sentence's two places, or undefined where the words around them differ. */
function placesOf(text: string): { link: string; company: string } | undefined {
  const given = normalise(text);
  const middle = given.indexOf(MIDDLE, START.length);
  if (!given.startsWith(START) || middle < 0 || !given.endsWith('.')) return undefined;
  const link = given.slice(START.length, middle);
  const company = given.slice(middle + MIDDLE.length, -1);
  const short = [link, company].every((place) => place.trim() !== '' && place.length <= LONGEST_PLACE);
  return short ? { link, company } : undefined;
}
