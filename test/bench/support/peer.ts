/** What a peer's entry (`peers/<name>.ts`) leaves on the page for the bench to start. */
export interface Peer {
  /** Brings every placeholder in `holder` to life. Resolves when all have rendered. */
  start(holder: Element): Promise<void>;
}

declare global {
  // Where the entries meet the bench, on one page.
  var peers: Partial<Record<string, Peer>> | undefined;
}

export function register(name: string, peer: Peer): void {
  (globalThis.peers ??= {})[name] = peer;
}
