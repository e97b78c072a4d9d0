import { CollectorError } from '../errors.js';
import { count } from '../report/dates.js';
import { serversOf } from '../store/setting.js';
import type { Terminal } from './terminal.js';

const SQLITE = 'sqlite:';

/** Moves a file's store to servers, says how far it has come, and compares every counter. */
export async function moveCommand(
  from: string,
  settings: Parameters<typeof serversOf>[0],
  { json }: { readonly json?: boolean | undefined },
  terminal: Terminal,
): Promise<void> {
  const to = serversOf(settings);
  if (!to)
    throw new CollectorError('usage', 'migrate --from moves a store to servers: set store.log and store.analytics.');
  if (!from.startsWith(SQLITE)) throw new CollectorError('usage', '--from: give sqlite: and the path of the file.');
  // Only who has servers loads what talks to them.
  const { moveStore } = await import('../move/move-store.js');
  let said = 0;
  const moved = await moveStore(from.slice(SQLITE.length), to, ({ done, of }) => {
    const tenths = Math.floor((done / Math.max(of, 1)) * 10);
    if (tenths > said && !json) terminal.out(`${tenths * 10} %  ${count(done)} of ${count(of)} events`);
    if (done === of && !json) terminal.out('Comparing both stores, event by event and counter by counter.');
    said = tenths;
  });
  terminal.out(
    json
      ? JSON.stringify(moved, null, 2)
      : `Moved ${count(moved.events)} events. ${count(moved.counters)} counters were compared, and every one is the same. The file stays as it is.`,
  );
}
