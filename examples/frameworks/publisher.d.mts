export interface RunningPublisher {
  readonly origin: string;
  readonly name: string;
  /** Address of the item that the examples share. */
  readonly item: string;
  stop(): Promise<void>;
}
export function startPublisher(root: string): Promise<RunningPublisher>;
