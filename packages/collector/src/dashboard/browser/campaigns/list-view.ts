import { html, type TemplateResult } from 'lit';
import { table } from '../parts/table.js';
import { daySpan } from '../words/days.js';
import type { Campaign } from './calendar.js';
import type { ItemChoice } from './form-view.js';
import { KIND_WORDS } from './kind-words.js';

export interface ListView {
  readonly list: readonly Campaign[];
  readonly items: readonly ItemChoice[];
  readonly editable: boolean;
  readonly busy: boolean;
  readonly onEdit: (campaign: Campaign) => void;
  readonly onDelete: (campaign: Campaign) => void;
}

/** The windows, the latest first. */
export function listView({ list, items, editable, busy, onEdit, onDelete }: ListView): TemplateResult {
  return table({
    caption: 'Campaign windows',
    rows: [...list].reverse(),
    empty: 'No window is marked yet.',
    columns: [
      { head: 'Name', kind: 'name', cell: ({ name }) => name },
      { head: 'Kind', cell: ({ kind }) => KIND_WORDS[kind] ?? kind },
      { head: 'Days', kind: 'day', cell: ({ from, to }) => daySpan(from, to) },
      {
        head: 'About',
        cell: ({ item }) =>
          item === undefined
            ? html`<span class="soft">all items</span>`
            : (items.find((one) => one.item === item)?.name ?? item),
      },
      ...(editable
        ? [
            {
              head: 'Change',
              kind: 'acts',
              cell: (campaign: Campaign) =>
                html`<button type="button" class="quiet" ?disabled=${busy} @click=${() => onEdit(campaign)}>
                    Edit<span class="unseen"> ${campaign.name}</span>
                  </button>
                  <button type="button" class="quiet" ?disabled=${busy} @click=${() => onDelete(campaign)}>
                    Delete<span class="unseen"> ${campaign.name}</span>
                  </button>`,
            },
          ]
        : []),
    ],
  });
}
