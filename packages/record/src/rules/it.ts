import { approvalsOf } from './approval.js';
import { daysAfter } from './day.js';
import { isPromotional } from './product.js';
import type { Rule } from './rule.js';

const WAIT_DAYS = 10;

const deposit: Rule = {
  id: 'IT-01',
  where: ['IT'],
  severity: 'warning',
  confirmed: false,
  citation: 'D.Lgs 219/2006 (details not checked)',
  checks: `Promotional: the day on which it was deposited with AIFA, and ${WAIT_DAYS} days passed since.`,
  *check(record, { today }) {
    if (!isPromotional(record)) return;
    const deposits = approvalsOf(record, 'IT', 'AIFA');
    const [first] = deposits;
    if (first === undefined)
      yield {
        path: 'approvals',
        message: 'No deposit with AIFA is named.',
        fix: 'Add an approval with country: IT, scheme: AIFA, its reference and the day of the deposit.',
      };
    else if (deposits.every(({ approval }) => daysAfter(approval.date, WAIT_DAYS) > today))
      yield {
        path: `${first.path}.date`,
        message: `The deposit of ${first.approval.date} is not ${WAIT_DAYS} days old.`,
        fix: `Sign it on ${daysAfter(first.approval.date, WAIT_DAYS)} or later.`,
      };
  },
};

/** Rules for Italy, beside those for the European Union. */
export const IT_RULES: readonly Rule[] = [deposit];
