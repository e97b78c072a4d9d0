import type { Content } from '../schema.js';

type Approval = NonNullable<Content['approvals']>[number];

/** The record's approvals of one scheme in one country, with their paths. */
export function approvalsOf(
  record: Content,
  country: string,
  scheme: Approval['scheme'],
): { approval: Approval; path: string }[] {
  return (record.approvals ?? [])
    .map((approval, i) => ({ approval, path: `approvals.${i}` }))
    .filter(({ approval }) => approval.country === country && approval.scheme === scheme);
}
