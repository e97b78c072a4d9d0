import { approvalsOf } from './approval.js';
import { isPromotional, promoted, unnamedProduct } from './product.js';
import type { Rule } from './rule.js';
import { isBlank, mentions } from './text.js';

/** A visa for the public stands as GP in its reference; one for the professions as PM. */
const FOR_THE_PUBLIC = /(^|[^A-Za-z])GP([^A-Za-z]|$)/i;

const visa: Rule = {
  id: 'FR-01',
  where: ['FR'],
  severity: 'error',
  confirmed: true,
  citation: 'Code de la santé publique L.5122-9',
  checks: 'Promotional: a PM visa that still holds. A GP visa is for the public and is refused.',
  *check(record, { today }) {
    if (!isPromotional(record)) return;
    const visas = approvalsOf(record, 'FR', 'ANSM-PM');
    if (visas.length === 0)
      yield {
        path: 'approvals',
        message: 'No PM visa is named for France.',
        fix: 'Add an approval with country: FR, scheme: ANSM-PM, its reference and date.',
      };
    for (const { approval, path } of visas) {
      if (FOR_THE_PUBLIC.test(approval.reference))
        yield {
          path: `${path}.reference`,
          message: `${approval.reference} is a GP visa, which is for the public.`,
          fix: 'Give the PM visa, or take FR out of the audience.',
        };
      if (approval.expires !== undefined && approval.expires < today)
        yield {
          path: `${path}.expires`,
          message: `The visa ${approval.reference} expired on ${approval.expires}.`,
          fix: 'Give the visa that holds now, or take FR out of the audience.',
        };
    }
  },
};

const particulars: Rule = {
  id: 'FR-02',
  where: ['FR'],
  severity: 'error',
  confirmed: true,
  citation: 'Code de la santé publique R.5122-8',
  checks: 'Promotional: the particulars of R.5122-8 for each product.',
  *check(record) {
    yield* unnamedProduct(record);
    for (const { product, path } of promoted(record)) {
      if (isBlank(product.obligatory?.['FR']))
        yield {
          path: `${path}.obligatory.FR`,
          message: 'The particulars of R.5122-8 are missing.',
          fix: 'Write them in obligatory.FR. A person must check that all of them are there.',
        };
    }
  },
};

const reassessment: Rule = {
  id: 'FR-03',
  where: ['FR'],
  severity: 'error',
  confirmed: true,
  citation: 'Code de la santé publique L.5122-3',
  checks: 'Promotional: no product whose benefit and risk are under reassessment, which suspends its advertising.',
  *check(record, { reassessed }) {
    for (const { product, path } of promoted(record)) {
      const at = {
        path: `${path}.generic`,
        fix: 'Take FR out of the audience, or suspend the item, until it is over.',
      };
      if (reassessed === undefined)
        yield {
          ...at,
          message: `The record cannot tell whether France is reassessing ${product.generic}. A person must look it up.`,
          undecided: true,
        };
      else if (reassessed.some((name) => mentions(product.generic, name) || mentions(name, product.generic)))
        yield { ...at, message: `France is reassessing ${product.generic}: its advertising is suspended.` };
    }
  },
};

/** Rules for France, beside those for the European Union. */
export const FR_RULES: readonly Rule[] = [visa, particulars, reassessment];
