import type { Campaign, Campaigns } from '../../campaigns.js';
import { encodeToken } from '../names.js';
import type { Documents } from './documents.js';

const keyOf = (publisher: string, id: string) => `campaign.${encodeToken(publisher)}.${encodeToken(id)}`;

export function campaignsOf(documents: Documents): Campaigns {
  return {
    list: async (publisher) =>
      (await documents.list<Campaign>(`campaign.${encodeToken(publisher)}.*`))
        .map(({ document }) => document)
        .sort((a, b) => (`${a.firstDay} ${a.id}` < `${b.firstDay} ${b.id}` ? -1 : 1)),
    save: (publisher, campaign) => documents.put(keyOf(publisher, campaign.id), campaign),
    remove: (publisher, id) => documents.remove(keyOf(publisher, id)),
  };
}
