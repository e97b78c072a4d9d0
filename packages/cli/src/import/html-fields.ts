import { isoDay } from './dates.js';
import type { Statements } from './html-statements.js';
import { textsOf, thingsOf, typesOf } from './json-ld.js';
import type { DraftContent, Missing } from './source.js';

/** The types that say what kind of content it is; every other leaves that to a person. */
const CONTENT_TYPES: Readonly<Record<string, DraftContent['contentType']>> = {
  MedicalScholarlyArticle: 'journal-article',
  ScholarlyArticle: 'journal-article',
  VideoObject: 'on-demand-video',
  PodcastEpisode: 'podcast',
};

/** The plain fields: language, kind, dates, summary, licence. */
export function htmlFields(statements: Statements): { fields: DraftContent; missing: Missing[]; notes: string[] } {
  const { property, meta, page, works, drugs } = statements;
  const missing: Missing[] = [];
  const language = tag(page.lang ?? property('inLanguage')[0] ?? meta('citation_language', 'og:locale')[0]);
  const types = [...works, ...drugs].flatMap(typesOf);
  const contentType =
    types.map((type) => CONTENT_TYPES[type]).find((type) => type !== undefined) ??
    (meta('citation_journal_title').length > 0 ? 'journal-article' : undefined);
  const published = day(
    property('datePublished')[0] ??
      meta('citation_publication_date', 'citation_online_date', 'citation_date', 'article:published_time')[0],
  );
  const revised = day(property('dateModified')[0] ?? meta('article:modified_time')[0]);
  const summary = property('description')[0] ?? meta('description', 'og:description')[0];
  const licence = property('license')[0] ?? page.links.get('license')?.[0] ?? meta('dc.rights')[0];
  const audience = audienceOf(statements);
  if (language === undefined)
    missing.push({ path: 'language', why: 'The page does not state its language, such as en.' });
  if (contentType === undefined)
    missing.push({
      path: 'contentType',
      why: 'Readers see what it is, such as journal-article, clinical-summary or product-information (docs: the content record).',
      ...(types.length === 0
        ? {}
        : { hint: `The page calls itself, in schema.org's words: ${[...new Set(types)].join(', ')}` }),
    });
  if (audience.length > 0)
    missing.push({
      path: 'audience',
      why: 'Says for whom it is: roles (such as healthcare professionals) and countries (such as US).',
      hint: `The page says: ${audience.join('; ')}`,
    });
  if (licence !== undefined && licence.length > 500)
    missing.push({
      path: 'reuse.licence',
      why: 'The licence text is longer than 500 characters: give its name and address.',
      hint: licence,
    });
  const fields: DraftContent = {
    ...(language === undefined ? {} : { language }),
    ...(summary === undefined || summary.length > 20_000 ? {} : { summary }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(property('isAccessibleForFree')[0] === 'true' ? { accessGate: 'open' as const } : {}),
    ...(published === undefined ? {} : { datePrepared: published }),
    ...(revised === undefined ? {} : { lastRevised: revised }),
    ...(licence === undefined || licence.length > 500 ? {} : { reuse: { licence } }),
  };
  const long = summary !== undefined && summary.length > 20_000;
  const notes = long ? ['The description is longer than 20,000 characters: summary is left out.'] : [];
  return { fields, missing, notes: [...notes, ...dated(statements)] };
}

function audienceOf({ works, graph }: Statements): string[] {
  const audiences = works.flatMap((work) => [
    ...textsOf(graph, work, 'audience'),
    ...thingsOf(graph, work, 'audience').flatMap((one) => textsOf(graph, one, 'audienceType')),
  ]);
  return [...new Set(audiences)];
}

/** What the page says of its dates that no field takes by itself. */
function dated({ property }: Statements): string[] {
  const [reviewed] = property('lastReviewed');
  const [expires] = property('expires');
  return [
    ...(reviewed === undefined ? [] : [`The page says that it was last reviewed on ${reviewed}.`]),
    ...(expires === undefined
      ? []
      : [`The page says that it expires on ${expires}: write validUntil if the item does.`]),
  ];
}

/** `en_GB` is how Open Graph writes it. */
function tag(text: string | undefined): string | undefined {
  const [primary = '', ...rest] = (text ?? '').trim().split(/[-_]/);
  const found = [primary.toLowerCase(), ...rest].join('-');
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(found) ? found : undefined;
}

/** The day as the page writes it: `2024-03-01`, `2024/3/1`, `2024-03-01T23:00:00-05:00`. */
function day(text: string | undefined): string | undefined {
  const parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:$|[T ])/.exec(text ?? '');
  return parts === null ? undefined : isoDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}
