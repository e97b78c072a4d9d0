import { CollectorError } from '../../../errors.js';
import type { Delivery, Webhook, Webhooks } from '../../webhooks.js';
import { encodeToken } from '../names.js';
import type { Documents } from './documents.js';

/** A webhook with its queue, in one document: a delivery and the cursor behind it change together or not at all. */
interface Queue {
  readonly webhook: Webhook;
  readonly deliveries: readonly Delivery[];
}

const keyOf = (id: string) => `webhook.${encodeToken(id)}`;

export function webhooksOf(documents: Documents): Webhooks {
  const queues = async () =>
    (await documents.list<Queue>('webhook.*'))
      .map(({ document }) => document)
      .sort((a, b) => (a.webhook.id < b.webhook.id ? -1 : 1));
  /** Leaves alone what is not there. */
  const change = (id: string, work: (queue: Queue) => Queue | undefined) =>
    documents.change<Queue, boolean>(keyOf(id), (queue) => {
      const after = queue && work(queue);
      return after === undefined ? { result: false } : { after, result: true };
    });
  const drop = (id: string, delivery: string) =>
    change(id, ({ webhook, deliveries }) => ({
      webhook,
      deliveries: deliveries.filter((one) => one.id !== delivery),
    }));

  return {
    list: async (publisher) =>
      (await queues())
        .map(({ webhook }) => webhook)
        .filter((webhook) => publisher === undefined || webhook.publisher === publisher),
    save: (webhook) =>
      documents.change<Queue, undefined>(keyOf(webhook.id), (queue) => {
        if (queue === undefined) return { after: { webhook, deliveries: [] }, result: undefined };
        if (queue.webhook.publisher !== webhook.publisher) return { result: undefined };
        const { createdDay } = queue.webhook;
        return { after: { ...queue, webhook: { ...webhook, createdDay } }, result: undefined };
      }),
    setState: (publisher, id, state) =>
      change(id, (queue) =>
        queue.webhook.publisher === publisher ? { ...queue, webhook: { ...queue.webhook, state } } : undefined,
      ),
    remove: (publisher, id) =>
      documents.change<Queue, boolean>(keyOf(id), (queue) =>
        queue?.webhook.publisher === publisher ? { after: 'removed', result: true } : { result: false },
      ),
    async enqueue(delivery) {
      const there = await change(delivery.webhook, ({ webhook, deliveries }) => {
        if (deliveries.some(({ id }) => id === delivery.id))
          throw new CollectorError('store', `deliveries: ${delivery.id} is in the queue already.`);
        return { webhook: { ...webhook, cursor: delivery.until }, deliveries: [...deliveries, delivery] };
      });
      if (!there) throw new CollectorError('store', `webhooks: ${delivery.webhook} does not exist.`);
    },
    async update({ id, webhook, state, attempts, nextAt, reason }) {
      await change(webhook, (queue) => ({
        ...queue,
        deliveries: queue.deliveries.map((one) =>
          one.id === id ? { ...one, state, attempts, nextAt, ...(reason === undefined ? {} : { reason }) } : one,
        ),
      }));
    },
    async delivered(id) {
      for (const { webhook, deliveries } of await queues())
        if (deliveries.some((one) => one.id === id)) await drop(webhook.id, id);
    },
    async deliveries({ webhook, publisher, state, limit }) {
      const one = webhook === undefined ? undefined : await documents.get<Queue>(keyOf(webhook));
      const among = webhook === undefined ? await queues() : one === undefined ? [] : [one];
      return among
        .filter((queue) => publisher === undefined || queue.webhook.publisher === publisher)
        .flatMap(({ deliveries }) => deliveries)
        .filter((delivery) => state === undefined || delivery.state === state)
        .slice(0, limit);
    },
  };
}
