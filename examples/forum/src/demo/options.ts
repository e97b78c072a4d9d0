import { parseArgs } from 'node:util';
import { ForumError } from '../errors.js';

export interface DemoArguments {
  /** The forum's port; the publisher's and the collector's follow it. */
  readonly port: number;
  /** Begin with an empty community and new keys. */
  readonly fresh: boolean;
  readonly help: boolean;
}

export const USAGE = `npm start -- [--port 4800] [--fresh]

  --port <n>   the community's port; the publisher and its collector take the next two
  --fresh      forget what earlier starts left in .demo/`;

/** @throws ForumError `settings` that names the argument */
export function readArguments(args: readonly string[]): DemoArguments {
  const { port, fresh, help } = parse(args);
  const number = /^\d{1,5}$/.test(port) ? Number(port) : Number.NaN;
  if (!(number >= 1024 && number <= 65_533))
    throw new ForumError('settings', `--port ${port}: give a number from 1024 to 65533.`);
  return { port: number, fresh, help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4800' },
        fresh: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new ForumError('settings', `${error instanceof Error ? error.message : 'Unknown argument.'}\n\n${USAGE}`);
  }
}
