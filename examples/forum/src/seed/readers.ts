import type { DatabaseSync } from 'node:sqlite';

const GIVEN = ['Ada', 'Bruno', 'Chiara', 'Daniel', 'Elif', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jakob'];
const FAMILY = ['Abadi', 'Brandt', 'Costa', 'Dubois', 'Eriksen', 'Fontana'];

/** Invented members who only read. They are verified, and nobody signs in as one of them. */
export const READERS = FAMILY.flatMap((family) =>
  GIVEN.map((given) => ({ id: `reader-${given}-${family}`.toLowerCase(), name: `Dr ${given} ${family}` })),
);

export function isReader(id: string): boolean {
  return id.startsWith('reader-');
}

/** Also into a forum that an older demonstration filled. */
export function seedReaders(database: DatabaseSync): void {
  const add = database.prepare(
    "INSERT OR IGNORE INTO doctors (id, name, specialty, verified) VALUES (?, ?, 'Cardiology', 1)",
  );
  for (const { id, name } of READERS) add.run(id, name);
}
