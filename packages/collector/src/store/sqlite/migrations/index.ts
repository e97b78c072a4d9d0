import type { DatabaseSync } from 'node:sqlite';
import { version1 } from './version-1.js';
import { version2 } from './version-2.js';
import { version3 } from './version-3.js';

/** The step to each version of the file, in order: the first makes version 1 of an empty file. A step that was released is never changed. */
export const MIGRATIONS: readonly ((db: DatabaseSync) => void)[] = [version1, version2, version3];
