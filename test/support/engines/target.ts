/** What a person would call by its role and name, or a developer by a selector. Shadow roots are no walls to it. */
export interface Target {
  readonly role?: Role | undefined;
  /** Words within the accessible name, whatever their case. */
  readonly name?: string | undefined;
  /** What the element itself must match; never a path, because a path ends at a shadow root. */
  readonly css?: string | undefined;
  /** Some element around it, across shadow roots. */
  readonly within?: Target | undefined;
  /** 0 for the first of several; without it the first is taken as well. */
  readonly nth?: number | undefined;
}

export type Role =
  | 'alert'
  | 'article'
  | 'button'
  | 'checkbox'
  | 'dialog'
  | 'group'
  | 'heading'
  | 'link'
  | 'radio'
  | 'region'
  | 'searchbox'
  | 'status'
  | 'switch'
  | 'textbox';
