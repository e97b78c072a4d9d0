import { createHash } from 'node:crypto';

/** Names in NATS may hold neither dots nor spaces: an origin goes by the beginning of its hash. */
export function tokenOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

/** A text as one token of a key, that can be read back. */
export function encodeToken(text: string): string {
  return Buffer.from(text).toString('base64url');
}

export const LOG_CONSUMER = 'analytics';

export function logName(name: string, publisher: string): string {
  return `${name}-log-${tokenOf(publisher)}`;
}

export function logSubject(name: string, publisher: string): string {
  return `${name}.log.${tokenOf(publisher)}`;
}

export function allLogs(name: string): string {
  return `${name}.log.*`;
}
