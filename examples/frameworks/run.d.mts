import type { RunningPublisher } from './publisher.mjs';

export function runExample(
  name: string,
  options: { readonly publisher: RunningPublisher; readonly dataDir: string; readonly port?: number },
): Promise<{ readonly origin: string; stop(): Promise<void> }>;
