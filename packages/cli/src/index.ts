export type { ApprovalInput } from './approval.js';
export type { Check } from './check.js';
export { checkConfig, type Config, type ConfigInput } from './config.js';
export { draftFromFile, type DraftOptions, type DraftResult } from './draft.js';
export { CliError, type CliErrorCode } from './errors.js';
export type { ExcerptChange } from './excerpt-changes.js';
export { blocksText, blockText, type Block, type Cell } from './import/blocks.js';
export { XML_LIMITS } from './import/parse-xml.js';
export { readSource, readSourceStream } from './import/read-source.js';
export { plain, type Mark, type Run } from './import/runs.js';
export {
  sectionsByCode,
  sectionText,
  type DraftContent,
  type Missing,
  type Section,
  type SourceDocument,
} from './import/source.js';
export { SPL_SECTION } from './import/spl-sections.js';
export { initProject, type InitOptions, type InitResult } from './init.js';
export { readItem, readItemText, type Item } from './item.js';
export { makeProof, type ProofOptions, type ProofResult } from './make-proof.js';
export type { KeyName, Passphrases } from './passphrase.js';
export type { Progress } from './progress.js';
export { lintItem, type LintResult } from './lint.js';
export { openProject, projectPaths, type Project, type ProjectPaths } from './project.js';
export { publishFolder, type PublishOptions, type PublishResult, type Superseded } from './publish.js';
export { publishedItems, type PublishedItem } from './published.js';
export { refreshStatus, type RefreshResult } from './refresh.js';
export { rotateKeys, type RotateOptions, type RotateResult } from './rotate.js';
export { run, type Terminal } from './run.js';
export { findEntries, readIndex, type Approval, type IndexEntry, type SignedIndex } from './signed-index.js';
export { signItem, type SignOptions, type SignResult } from './sign-item.js';
export { supersedeItem, type SupersedeResult } from './supersede-item.js';
export { resumeItem, suspendItem, type StateResult } from './suspend.js';
export { verifyFolder, type VerifyOptions, type VerifyReport } from './verify.js';
export { COMMUNITY_POLL_MINUTES, withdrawItem, type WithdrawOptions, type WithdrawResult } from './withdraw.js';
