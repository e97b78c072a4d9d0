import { companyInvolved } from './party.js';
import type { Rule } from './rule.js';

const NOT_READ = 'ABPI Code (clause not checked)';

const reprint: Rule = {
  id: 'GB-08',
  where: ['GB'],
  severity: 'error',
  confirmed: false,
  citation: NOT_READ,
  checks: 'A reprint that a company offers of itself has been peer reviewed.',
  *check(record, { share }) {
    if (record.contentType !== 'journal-article' || !companyInvolved(record) || share === 'reactive') return;
    const citations = record.citations ?? [];
    if (citations.length === 0)
      yield {
        path: 'citations',
        message:
          'The item is a journal article and cites none. A person must check that the article was peer reviewed.',
        fix: 'Add the article under citations, with peerReviewed.',
        undecided: true,
      };
    for (const [i, { peerReviewed }] of citations.entries()) {
      const path = `citations.${i}.peerReviewed`;
      if (peerReviewed === false)
        yield {
          path,
          message:
            'The article was not peer reviewed, and an item that can be shared on is offered to readers of itself.',
          fix: 'Offer a peer-reviewed article instead, or give this one only to those who ask.',
        };
      if (peerReviewed === undefined)
        yield {
          path,
          message: 'The record does not say whether the article was peer reviewed. A person must look.',
          fix: 'Set peerReviewed.',
          undecided: true,
        };
    }
  },
};

const unapprovedUse: Rule = {
  id: 'GB-09',
  where: ['GB'],
  severity: 'error',
  confirmed: false,
  citation: NOT_READ,
  checks: 'A company offers nothing of itself about a use that is not approved.',
  *check(record, { share }) {
    if (record.labelStatus !== 'unapproved-use' || !companyInvolved(record) || share === 'reactive') return;
    yield {
      path: 'labelStatus',
      message:
        'The item describes a use that is not approved, and a company has a part in it. A person must check that nobody at the company offers it unasked.',
      fix: 'Take GB out of the audience, or give the item only to those who ask.',
      ...(share === undefined ? { undecided: true } : {}),
    };
  },
};

/** What a company may offer of itself in the United Kingdom. */
export const GB_PROACTIVE_RULES: readonly Rule[] = [reprint, unapprovedUse];
