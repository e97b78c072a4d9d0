import { APPROVAL_FUNCTIONS } from '@pullquote/record';
import { CliError } from './errors.js';
import type { Approval, IndexEntry } from './signed-index.js';

/** What signatories said: the digest on the proof that they filed, and in which functions. No names: those are on the paper. */
export interface ApprovalInput {
  readonly digest: string;
  readonly by: readonly string[];
}

/** @throws CliError `approval` when the digest or a function is not one */
export function checkApproval({ digest, by }: ApprovalInput): void {
  if (!/^[A-Za-z0-9_-]{22}$/.test(digest))
    throw new CliError('approval', 'The approved digest has 22 characters. Copy it from the first page of the proof.', [
      'approved: is not a digest',
    ]);
  const roles = APPROVAL_FUNCTIONS.join(', ');
  if (by.length === 0)
    throw new CliError('approval', `Say who approved it: --by with one or more of ${roles}.`, ['by: is missing']);
  for (const role of by) {
    if (!APPROVAL_FUNCTIONS.some((known) => known === role))
      throw new CliError('approval', `"${role}" cannot approve: --by takes ${roles}.`, [`by: ${role} is not known`]);
  }
}

/** An entry with these approvals beside it. The first day of each function stays. */
export function withApprovals(entry: IndexEntry, { digest, by }: ApprovalInput, now: Date): IndexEntry {
  const date = now.toISOString().slice(0, 10);
  const approvals: Approval[] = [...(entry.approvals ?? [])];
  for (const role of APPROVAL_FUNCTIONS) {
    if (by.includes(role) && !approvals.some((one) => one.by === role && one.digest === digest))
      approvals.push({ digest, by: role, date });
  }
  return { ...entry, approvals };
}
