import type { DatabaseSync } from 'node:sqlite';
import { integer, text, type Row } from './database.js';

export interface Doctor {
  readonly id: string;
  readonly name: string;
  readonly specialty: string;
  /** Checked against a professional register: an HCP. Others may take part, and are never counted. */
  readonly verified: boolean;
}

export function listDoctors(database: DatabaseSync): Doctor[] {
  return database.prepare('SELECT * FROM doctors ORDER BY verified DESC, rowid').all().map(readDoctor);
}

export function findDoctor(database: DatabaseSync, id: string): Doctor | undefined {
  const row = database.prepare('SELECT * FROM doctors WHERE id = ?').get(id);
  return row && readDoctor(row);
}

export function readDoctor(row: Row): Doctor {
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    specialty: text(row, 'specialty'),
    verified: integer(row, 'verified') === 1,
  };
}
