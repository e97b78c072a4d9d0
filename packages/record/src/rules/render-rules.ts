import type { RuleEntry } from './rule.js';

/** A rule that a record cannot break: it is held wherever the record is shown. */
export interface RenderRule extends RuleEntry {
  /** Where it is held. */
  readonly runsIn: string;
}

/** Rules that run when an item is shown or shared. They stand here so that every list of the rules is whole. */
export const RENDER_RULES: readonly RenderRule[] = [
  {
    id: 'ALL-05',
    where: 'all',
    severity: 'error',
    confirmed: true,
    citation: "Pullquote's own rule",
    checks: 'An item that is not live, or whose state is stale, cannot be shared on.',
    runsIn:
      '`judge` decides the state (record/src/verdict.ts); `STATE` says which state may be shared (record/src/label/state.ts)',
  },
  {
    id: 'ALL-10',
    where: 'all',
    severity: 'error',
    confirmed: true,
    citation: "Pullquote's own rule",
    checks: 'No rendering of the label drops a mandatory field.',
    runsIn:
      'the renderings, which are all made from one label model (record/src/render/), and the tests that hold them to it',
  },
];
