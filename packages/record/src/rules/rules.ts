import { ALL_RULES } from './all.js';
import { AU_RULES } from './au.js';
import { CA_RULES } from './ca.js';
import { DE_RULES } from './de.js';
import { ES_RULES } from './es.js';
import { EU_RULES } from './eu.js';
import { FR_RULES } from './fr.js';
import { GB_RULES } from './gb.js';
import { IT_RULES } from './it.js';
import type { Rule } from './rule.js';
import { US_RULES } from './us.js';

/** Every rule that a record can break. */
export const RULES: readonly Rule[] = [
  ...ALL_RULES,
  ...GB_RULES,
  ...EU_RULES,
  ...DE_RULES,
  ...FR_RULES,
  ...IT_RULES,
  ...ES_RULES,
  ...US_RULES,
  ...CA_RULES,
  ...AU_RULES,
];
