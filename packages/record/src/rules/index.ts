export { excerptHashes } from './excerpt-hashes.js';
export { EU_MEMBERS } from './eu.js';
export { lintRecord, rulesFor, type Finding } from './lint-record.js';
export { RENDER_RULES, type RenderRule } from './render-rules.js';
export type { LintContext, Problem, Rule, RuleContext, RuleEntry, Severity } from './rule.js';
export { RULES } from './rules.js';
