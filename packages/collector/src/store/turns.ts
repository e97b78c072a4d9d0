/** Work that one collector does for all that share a store, such as sending webhooks. */
export interface Turns {
  /** Is it this collector's turn? Ask before each piece of work: whoever asks no more for some time has lost it. */
  mine(task: 'webhooks' | 'keeping'): Promise<boolean>;
}
