import { MAX_LIMIT } from '../../report/query.js';
import { REPORT_NAMES, REPORTS } from '../../report/reports.js';
import { content, json, operation, parameter, PUBLISHER, type Json } from './pieces.js';

const DAY = { type: 'string', format: 'date' };
const REPORT_PARAMETERS = [
  PUBLISHER,
  parameter('from', 'First day, UTC.', DAY),
  parameter('to', 'Last day, UTC.', DAY),
  parameter('item', 'URN of one item.'),
  parameter('community', 'Origin of one community.'),
  parameter('days', 'Of dead-content and data-quality: after how many days without a word.', {
    type: 'integer',
    minimum: 1,
    maximum: 3650,
  }),
  parameter('cursor', 'The `next` of the page before.'),
  parameter('limit', 'Rows in a page.', { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: 100 }),
];
/** Each report, as JSON and as a table. */
export function reportPaths(): Record<string, Json> {
  const paths: Record<string, Json> = {};
  for (const name of REPORT_NAMES) {
    const { title, lane } = REPORTS[name];
    const said = {
      public: 'Exact counts of public posts.',
      crowd: 'Noised counts of distinct doctors, each with its uncertainty.',
      own: '',
    }[lane];
    paths[`/v1/reports/${name}`] = {
      get: operation(
        'read',
        title,
        { 200: json('The report', name) },
        { description: said, parameters: REPORT_PARAMETERS },
      ),
    };
    paths[`/v1/reports/${name}.csv`] = {
      get: operation(
        'read',
        `${title}, as a table`,
        { 200: content('All pages', 'text/csv', { type: 'string' }) },
        { parameters: REPORT_PARAMETERS },
      ),
    };
  }
  return paths;
}
