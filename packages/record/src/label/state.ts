import type { Gate, Verdict } from '../verdict.js';
import type { VerdictState } from '../vocabulary.js';
import type { LabelWords } from './words.js';

/**
 * A verdict, the other way of being altered (a good signature under something else than was shared), the other gate (not
 * known as a verified healthcare professional), or stored text.
 */
export type StateName = VerdictState | 'changed' | 'hcp-only' | 'as-stated';

/** What a state means for the reader. Shape and words carry it, never colour alone. */
export interface StateRules {
  readonly icon: 'diamond' | 'broken' | 'stop' | 'question' | 'pause' | 'clock' | 'arrow' | 'lock' | 'quote';
  /** May the approved excerpt and its evidence be shown? The source always is. */
  readonly content: boolean;
  /** May the item be shared on? */
  readonly share: boolean;
}

const rules = (icon: StateRules['icon'], content = false, share = false): StateRules => ({ icon, content, share });

export const STATE: Readonly<Record<StateName, StateRules>> = {
  unlisted: rules('question'),
  altered: rules('broken'),
  changed: rules('broken'),
  withdrawn: rules('stop'),
  unchecked: rules('question'),
  suspended: rules('pause'),
  expired: rules('clock', true),
  superseded: rules('arrow', true),
  'not-for-audience': rules('lock'),
  'hcp-only': rules('lock'),
  verified: rules('diamond', true, true),
  'as-stated': rules('quote', true),
};

export interface LabelState extends StateRules {
  readonly name: StateName;
  readonly words: string;
}

/** The state's name, told apart by its reason where the words differ. */
export function stateNameOf({ state, reason }: Pick<Verdict, 'state' | 'reason'>): StateName {
  if (reason === 'changed-since-shared') return 'changed';
  return reason === 'hcp-only' ? reason : state;
}

/** A state with its words. */
export function stateOf(name: StateName, { state }: LabelWords, gate?: Gate): LabelState {
  const { icon, content, share } = STATE[name];
  return { name, words: state[name], icon, share, content: content && gate === undefined };
}
