import * as v from 'valibot';

const code = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/));
const accepted = v.object({
  refused: v.array(v.object({ index: v.pipe(v.number(), v.integer(), v.minValue(0)), code })),
});

/** Which events of an accepted batch the collector refused all the same; a receiver that says nothing refused none. */
export function refusedEvents(answer: string, events: number): { indexes: ReadonlySet<number>; codes: string[] } {
  const parsed = v.safeParse(accepted, json(answer));
  const refused = parsed.success ? parsed.output.refused.filter((one) => one.index < events) : [];
  return {
    indexes: new Set(refused.map((one) => one.index)),
    codes: [...new Set(refused.map((one) => one.code))],
  };
}

/** The stable code of a problem, if the collector gave a readable one. Its free text is not kept. */
export function problemCode(answer: string): string | undefined {
  const parsed = v.safeParse(v.object({ code }), json(answer));
  return parsed.success ? parsed.output.code : undefined;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
