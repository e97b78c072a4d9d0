import { randomUUID } from 'node:crypto';
import { dayOf } from '@pullquote/events';
import { campaignSchema, type CampaignInput } from '../campaigns/campaign.js';
import { campaignsFromCsv, campaignsFromIcs } from '../campaigns/import.js';
import { CollectorError } from '../errors.js';
import { problem } from '../problem.js';
import { readCapped } from '../read-capped.js';
import type { Audit } from '../store/audit.js';
import type { Campaign, Campaigns } from '../store/campaigns.js';
import { readJson } from './read-json.js';
import type { Asked, Route } from './route.js';

const MAX_FILE = 1_048_576;

export interface CampaignDeps {
  readonly campaigns: Campaigns;
  readonly audit: Audit;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** The publisher's own calendar. */
export function campaignRoutes({ campaigns, audit, clock }: CampaignDeps): Route[] {
  const note = ({ actor, publisher }: Asked, action: string, subject: string) =>
    audit.add({ day: dayOf(clock()), actor, publisher: publisher.origin, action, subject });
  const save = async (asked: Asked, id: string, input: CampaignInput) => {
    const campaign = fromInput(id, input);
    await campaigns.save(asked.publisher.origin, campaign);
    await note(asked, 'campaign.save', id);
    return toJson(campaign);
  };
  const find = async ({ publisher, params }: Asked) =>
    (await campaigns.list(publisher.origin)).find(({ id }) => id === params['id']);

  return [
    {
      method: 'GET',
      path: '/v1/campaigns',
      scope: 'read',
      handle: async ({ publisher }) =>
        Response.json({ campaigns: (await campaigns.list(publisher.origin)).map(toJson) }),
    },
    {
      method: 'POST',
      path: '/v1/campaigns',
      scope: 'admin',
      async handle(asked) {
        const saved = await save(asked, randomUUID(), await readJson(asked.request, campaignSchema));
        return Response.json(saved, { status: 201, headers: { location: `/v1/campaigns/${saved.id}` } });
      },
    },
    {
      method: 'POST',
      path: '/v1/campaigns/import',
      scope: 'admin',
      async handle(asked) {
        const inputs = await readFile(asked.request);
        const known = new Set((await campaigns.list(asked.publisher.origin)).map(contentOf));
        const saved = [];
        for (const input of inputs) {
          const content = contentOf(fromInput('', input));
          if (known.has(content)) continue;
          known.add(content);
          saved.push(await save(asked, randomUUID(), input));
        }
        return Response.json({ campaigns: saved, known: inputs.length - saved.length }, { status: 201 });
      },
    },
    {
      method: 'PUT',
      path: '/v1/campaigns/:id',
      scope: 'admin',
      async handle(asked) {
        const input = await readJson(asked.request, campaignSchema);
        const known = await find(asked);
        return known ? Response.json(await save(asked, known.id, input)) : unknown();
      },
    },
    {
      method: 'DELETE',
      path: '/v1/campaigns/:id',
      scope: 'admin',
      async handle(asked) {
        const id = asked.params['id'] ?? '';
        if (!(await campaigns.remove(asked.publisher.origin, id))) return unknown();
        await note(asked, 'campaign.remove', id);
        return new Response(null, { status: 204 });
      },
    },
  ];
}

function unknown(): Response {
  return problem(404, 'unknown-campaign', 'id: there is no such campaign window.');
}

async function readFile(request: Request): Promise<CampaignInput[]> {
  const type = request.headers.get('content-type') ?? '';
  const body = await readCapped(request, MAX_FILE);
  if (body === 'too-large') throw new CollectorError('usage', `body: is larger than ${MAX_FILE} bytes.`);
  if (body === 'broken') throw new CollectorError('usage', 'body: broke off. Send it again.');
  const text = new TextDecoder().decode(body);
  if (/^text\/csv\b/i.test(type)) return campaignsFromCsv(text);
  if (/^text\/calendar\b/i.test(type)) return campaignsFromIcs(text);
  throw new CollectorError('usage', 'content-type: send text/csv or text/calendar.');
}

/** Windows that are alike in all but their ids: a calendar that comes in again adds nothing twice. */
function contentOf({ name, kind, firstDay, lastDay, item }: Campaign): string {
  return JSON.stringify([name, kind, firstDay, lastDay, item]);
}

export type CampaignJson = CampaignInput & { readonly id: string };

function toJson({ id, name, kind, firstDay, lastDay, item }: Campaign): CampaignJson {
  return { id, name, kind, from: firstDay, to: lastDay, ...(item === undefined ? {} : { item }) };
}

function fromInput(id: string, { name, kind, from, to, item }: CampaignInput): Campaign {
  return { id, name, kind, firstDay: from, lastDay: to, ...(item === undefined ? {} : { item }) };
}
