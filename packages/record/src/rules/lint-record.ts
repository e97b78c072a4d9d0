import type { Content } from '../schema.js';
import { checkDay } from './day.js';
import type { LintContext, Problem, Rule, Severity } from './rule.js';
import { RULES } from './rules.js';

/** One rule that one field does not meet. */
export interface Finding extends Omit<Problem, 'undecided'> {
  /** The rule's id, such as `GB-03`. */
  readonly rule: string;
  /** What it comes to: `error` only where the rule is confirmed and the record alone decides it. */
  readonly severity: Severity;
  /** False while no signatory has confirmed the rule. */
  readonly confirmed: boolean;
  /** True where a person must look, because the record alone cannot tell. */
  readonly undecided: boolean;
  /** Countries of the audience for which the rule ran. */
  readonly countries: readonly string[];
  readonly citation: string;
}

/**
 * Holds a record against the rules of every country of its audience: errors first, then by rule and field. No finding does not
 * mean that the content may be used: that stays with the signatories.
 * @throws RecordError `record` when `today` is not a day
 */
export function lintRecord(record: Content, context: LintContext): Finding[] {
  checkDay(context.today);
  const findings = rulesFor(record).flatMap(({ rule, countries }) =>
    [...rule.check(record, { ...context, countries })].map((problem) => finding(rule, countries, problem)),
  );
  return findings.sort(
    (a, b) => order(a.severity, b.severity) || compare(a.rule, b.rule) || compare(sortable(a.path), sortable(b.path)),
  );
}

/** The rules that run for a record, each with the countries that call for it. */
export function rulesFor({ audience }: Pick<Content, 'audience'>): { rule: Rule; countries: readonly string[] }[] {
  return RULES.map((rule) => ({ rule, countries: matching(rule.where, audience.countries) })).filter(
    ({ rule, countries }) => rule.where === 'all' || countries.length > 0,
  );
}

function matching(where: Rule['where'], countries: readonly string[]): readonly string[] {
  const distinct = [...new Set(countries)];
  return where === 'all' ? distinct : distinct.filter((country) => where.includes(country));
}

function finding(rule: Rule, countries: readonly string[], { undecided, ...problem }: Problem): Finding {
  const { id, confirmed, citation } = rule;
  const blocks = confirmed && undecided !== true && severityFor(rule, countries) === 'error';
  return {
    rule: id,
    severity: blocks ? 'error' : 'warning',
    confirmed,
    undecided: undecided === true,
    countries,
    ...problem,
    citation,
  };
}

/** The strictest of the countries' severities. */
function severityFor({ severity, severityIn }: Rule, countries: readonly string[]): Severity {
  const each = countries.map((country) => severityIn?.[country] ?? severity);
  return each.length === 0 ? severity : each.includes('error') ? 'error' : 'warning';
}

function order(a: Severity, b: Severity): number {
  return a === b ? 0 : a === 'error' ? -1 : 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `excerpts.10.text` after `excerpts.2.text`. */
function sortable(path: string): string {
  return path.replace(/\d+/g, (digits) => digits.padStart(6, '0'));
}
