import { problem } from '../problem.js';
import type { ReportSource } from '../report/context.js';
import { parseQuery } from '../report/query.js';
import { allPages, isReportName, makeReport, REPORT_NAMES, REPORTS } from '../report/reports.js';
import { toCsv } from '../report/to-csv.js';
import { openApi } from './open-api.js';
import type { Route } from './route.js';

const CSV = { 'content-type': 'text/csv; charset=utf-8; header=present' };

/** Reports, as JSON and as CSV, and the document that describes them. */
export function reportRoutes(source: ReportSource): Route[] {
  return [
    {
      method: 'GET',
      path: '/v1/reports',
      scope: 'read',
      handle: () =>
        Response.json({
          reports: REPORT_NAMES.map((name) => ({
            name,
            title: REPORTS[name].title,
            lane: REPORTS[name].lane,
            json: `/v1/reports/${name}`,
            csv: `/v1/reports/${name}.csv`,
          })),
        }),
    },
    {
      method: 'GET',
      path: '/v1/reports/:name',
      scope: 'read',
      async handle({ params, query, publisher }) {
        const asked = params['name'] ?? '';
        const isCsv = asked.endsWith('.csv');
        const name = isCsv ? asked.slice(0, -'.csv'.length) : asked;
        if (!isReportName(name))
          return problem(404, 'unknown-report', 'name: there is no such report. /v1/reports lists them.');
        const parsed = parseQuery(query);
        if (!isCsv) return Response.json(await makeReport(name, source, publisher, parsed));
        // A file is whole: it holds all pages.
        const csv = toCsv(name, await allPages(name, source, publisher, parsed));
        const file = { 'content-disposition': `attachment; filename="pullquote-${name}.csv"` };
        return new Response(csv, { headers: { ...CSV, ...file } });
      },
    },
    { method: 'GET', path: '/v1/openapi.json', scope: 'read', handle: () => Response.json(openApi()) },
  ];
}
