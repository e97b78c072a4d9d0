import { it } from 'vitest';
import { readCosts } from './costs.js';
import { tables } from './tables.js';

it('says what saturates first', () => {
  const costs = readCosts();
  console.log(`Measured on ${costs.machine}, ${costs.date}`);
  for (const [name, table] of Object.entries(tables(costs)))
    console.log(`\n${name}\n${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}`);
});
