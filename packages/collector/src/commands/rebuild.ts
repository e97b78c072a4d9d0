import type { Store } from '../store/store.js';
import type { Terminal } from './terminal.js';

/** Counts every event anew, and says how far it has come at each tenth of the way. */
export async function rebuild({ keeping }: Pick<Store, 'keeping'>, terminal: Terminal): Promise<void> {
  let said = 0;
  const wrong = await keeping.rebuild(({ done, of }) => {
    const tenths = Math.floor((done / of) * 10);
    if (tenths > said) terminal.out(`${tenths * 10} %  ${done} of ${of} events`);
    said = tenths;
  });
  terminal.out(
    wrong === 0 ? 'Every counter was right.' : `${wrong} counters were wrong and have been put right from the events.`,
  );
}
