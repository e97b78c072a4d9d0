import type { Publisher } from '../config.js';
import { CollectorError } from '../errors.js';

/** The publisher that `--publisher` names; with a single one it need not be named. @throws CollectorError `usage` */
export function choosePublisher(asked: string | undefined, publishers: readonly Publisher[]): Publisher {
  const found = asked === undefined ? publishers[0] : publishers.find(({ origin }) => origin === asked);
  const names = publishers.map(({ origin }) => origin).join(', ');
  if (asked === undefined && publishers.length > 1)
    throw new CollectorError('usage', `--publisher: name one of ${names}.`);
  if (!found) throw new CollectorError('usage', `--publisher: ${asked ?? ''} is not served here. There is ${names}.`);
  return found;
}
