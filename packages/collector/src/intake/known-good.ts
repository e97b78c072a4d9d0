import { PUBLIC_FACTS, type PublicEvent } from '@pullquote/events';
import { judgeEvent, type Bounds } from './judge-event.js';

const ID = /^[A-Za-z0-9_-]{21}$/;
const TYPES = new Set(PUBLIC_FACTS.map((fact) => `org.pullquote.${fact}.v1`));
/** More values than this are not remembered: whoever sends so many must not fill the memory. */
const MOST = 10_000;

/**
 * Knows public posts by their parts. The events of a batch are alike but for their ids, and the schema takes each of them
 * apart anew; so a part that it has found good once is good again, as long as the event around it has exactly the
 * schema's fields. Whatever is in doubt goes to the schema: this only ever says yes where it would, which a test holds.
 */
export class KnownGood {
  readonly #parts = new Set<string>();

  /** The value as the event that it is, if every part is known; else undefined, which says nothing about it. */
  recognise(value: unknown, bounds: Bounds): PublicEvent | undefined {
    if (!hasFields(value, 7)) return undefined;
    const { specversion, id, source, type, datacontenttype, subject, data } = value;
    if (specversion !== '1.0' || datacontenttype !== 'application/json' || source !== bounds.community)
      return undefined;
    if (typeof type !== 'string' || !TYPES.has(type) || typeof id !== 'string' || !ID.test(id)) return undefined;
    if (typeof subject !== 'string' || !hasFields(data, 4)) return undefined;
    const { version, country, depth, day } = data;
    if (typeof version !== 'number' || typeof country !== 'string' || typeof depth !== 'number') return undefined;
    if (typeof day !== 'string' || day > bounds.lastDay) return undefined;
    const known = parts(type, subject, version, country, depth, day).every((part) => this.#parts.has(part));
    return known ? (value as unknown as PublicEvent) : undefined;
  }

  /** The schema has found this event good. */
  learn({ type, subject, data: { version, country, depth, day } }: PublicEvent): void {
    if (this.#parts.size > MOST) this.#parts.clear();
    for (const part of parts(type, subject, version, country, depth, day)) this.#parts.add(part);
  }
}

/** What the rules look at together stands in one part; what they look at alone, in one of its own. */
function parts(type: string, subject: string, version: number, country: string, depth: number, day: string): string[] {
  return [`s${subject}`, `d${day}`, `c${country}`, `v${version}`, `${type} ${depth}`];
}

/** An object with so many fields, all its own. Names that are not asked for make it one too many. */
function hasFields(value: unknown, n: number): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === n;
}

/** As `judgeEvent`, quicker for what is like something before. */
export function judgeQuickly(value: unknown, bounds: Bounds, good: KnownGood): ReturnType<typeof judgeEvent> {
  const post = good.recognise(value, bounds);
  if (post) return post;
  const judged = judgeEvent(value, bounds);
  if ('type' in judged && TYPES.has(judged.type)) good.learn(judged as PublicEvent);
  return judged;
}
