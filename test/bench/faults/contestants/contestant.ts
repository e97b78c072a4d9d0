/** What each contestant leaves on its page; the facts carry a number, by which the server knows them. */
export interface Contestant {
  record(n: number): void;
}

declare global {
  var contestant: Contestant | undefined;
}

export const { origin, host } = location;
