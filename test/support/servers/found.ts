import { hasClickHouse } from './clickhouse.js';
import { hasNats } from './nats.js';

/** Whether this machine has what a collector on several servers needs. */
export const hasServers = hasNats && hasClickHouse;
