import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommunityError } from '../errors.js';
import { Outbox } from '../lane/outbox.js';
import { readConfig } from '../serve.js';
import { Database } from '../store/database.js';
import { Refusals } from '../store/refusals.js';
import { plain, type Terminal } from './terminal.js';

export interface OutboxOptions {
  readonly config: string;
  /** Lets a running server try what was refused once more, within a minute or so. */
  readonly retry?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** Shows what waits for collectors, and what they refused. Works beside a running server. */
export async function outbox(
  { config, retry = false, json = false }: OutboxOptions,
  terminal: Terminal,
): Promise<void> {
  const { dataDir } = await readConfig(config);
  if (!existsSync(join(dataDir, 'community.sqlite')))
    throw new CommunityError('config', `dataDir: ${dataDir} holds no database yet. Start the server once.`);
  const db = new Database(dataDir);
  try {
    const released = retry ? db.run("UPDATE outbox SET state = 'waiting', next_at = 0 WHERE state = 'refused'") : 0;
    if (retry) db.run('UPDATE outbox SET next_at = 0');
    const entries = new Outbox(db, new Refusals(db, () => '')).list();
    if (json) return terminal.out(JSON.stringify({ released, entries }, null, 2));
    if (retry) terminal.out(`${released} refused batches wait again. A running server takes them within two minutes.`);
    if (entries.length === 0) terminal.out('The outbox is empty: everything has been taken.');
    for (const { id, publisher, day, events, state, attempts, reason } of entries)
      terminal.out(
        `${id}  ${publisher}  ${day}  ${events} events  ${state}, tried ${attempts} times` +
          (reason === null ? '' : `\n    ${plain(reason)}`),
      );
  } finally {
    db.close();
  }
}
