import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';

export type Place = 'memory' | 'disk';

/** A folder for servers of a test: in memory where there is some, for nothing of it has to outlive the machine. */
export function serverFolder(place: Place = 'memory'): string {
  return mkdtempSync(join(place === 'memory' && existsSync(MEMORY) ? MEMORY : tmpdir(), 'pullquote-servers-'));
}
