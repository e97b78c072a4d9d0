import { approvalsOf } from './approval.js';
import { yearsBefore } from './day.js';
import { isPromotional } from './product.js';
import type { Rule } from './rule.js';

const YEARS = 2;

const certification: Rule = {
  id: 'GB-07',
  where: ['GB'],
  severity: 'warning',
  confirmed: false,
  citation: 'General knowledge; no source checked',
  checks: 'Promotional: a certification for the UK is named by its reference, and is not older than 2 years.',
  *check(record, { today }) {
    if (!isPromotional(record)) return;
    const certificates = approvalsOf(record, 'GB', 'ABPI-cert');
    const standing = certificates.filter(
      ({ approval }) =>
        approval.date >= yearsBefore(today, YEARS) && (approval.expires === undefined || approval.expires >= today),
    );
    if (standing.length > 0) return;
    const [first] = certificates;
    yield first === undefined
      ? {
          path: 'approvals',
          message: 'No certification for the UK is named.',
          fix: 'Add an approval with country: GB, scheme: ABPI-cert, its reference and date.',
        }
      : {
          path: `${first.path}.date`,
          message: `The certification ${first.approval.reference} is older than ${YEARS} years, or has expired.`,
          fix: 'Have the item certified again, and give the new reference and date.',
        };
  },
};

/** Approval in the United Kingdom. */
export const GB_APPROVAL_RULES: readonly Rule[] = [certification];
