import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { campaignSchema } from '../campaigns/campaign.js';
import { REPORT_NAMES } from '../report/reports.js';
import { reportSchemas } from '../report/types.js';
import { campaignJsonSchema, deliverySchema, problemSchema, webhookSchema } from './answers.js';
import { campaignPaths } from './open-api/campaigns.js';
import { feedPaths } from './open-api/feed.js';
import { listPaths } from './open-api/lists.js';
import type { Json } from './open-api/pieces.js';
import { reportPaths } from './open-api/reports.js';

/** OpenAPI 3.1: every path of the programs' side, from the same schemas that the answers' types come from. */
export function openApi(): Json {
  const schemas: Record<string, Json> = {
    problem: schemaOf(problemSchema),
    campaign: schemaOf(campaignJsonSchema),
    'campaign-input': schemaOf(campaignSchema),
    webhook: schemaOf(webhookSchema),
    delivery: schemaOf(deliverySchema),
  };
  for (const name of REPORT_NAMES) schemas[name] = schemaOf(reportSchemas[name]);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Pullquote collector',
      version: '1',
      description: 'What a publisher reads of how its items are reused. Every figure says whether it is exact.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    paths: { ...reportPaths(), ...listPaths(), ...campaignPaths(), ...feedPaths() },
    components: {
      schemas,
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An access key.' } },
    },
  };
}

/** What JSON Schema cannot say, such as that a day exists, is left out. */
function schemaOf(schema: v.GenericSchema): Json {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
    typeMode: 'input',
  });
  return rest as Json;
}
