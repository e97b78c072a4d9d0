import { createTestPublisher } from '../../support/publisher.js';

/**
 * What a page leaves to its reader, as a block's free name: its type, and some code that gives one. A block that needs a name which does
 * not stand here is refused by the compiler.
 */
export interface Yours {
  readonly type: string;
  readonly value: string;
}

export async function yours(): Promise<ReadonlyMap<string, Yours>> {
  const publisher = await createTestPublisher();
  const { jws, record } = await publisher.sign();
  const fact = { id: 'V1StGXR8_Z5jdHi6B-myT', fact: 'shared', item: 'urn:example:lipitor', version: 1, depth: 1 };
  const json = (value: unknown) => JSON.stringify(value);
  return new Map<string, Yours>([
    ['jws', { type: 'string', value: json(jws) }],
    ['publisherKeys', { type: "import('@pullquote/record').KeySet", value: json(publisher.listed.jwks) }],
    ['record', { type: "import('@pullquote/record').ContentRecord", value: json(record) }],
    ['body', { type: 'string', value: json(json(fact)) }],
    ['member', { type: '{ readonly verified: boolean }', value: '{ verified: true }' }],
    ['session', { type: '{ readonly randomName: string }', value: "{ randomName: 'V1StGXR8_Z5jdHi6B-myT' }" }],
    [
      'sessionOf',
      {
        type: '(cookie: string | null) => Promise<{ memberId: string; verifiedHcp: boolean } | null>',
        value: 'async () => null',
      },
    ],
    [
      'memberOf',
      { type: '(request: Request) => Promise<{ id: string; hcp: boolean } | null>', value: 'async () => null' },
    ],
    [
      'searchThreads',
      {
        type: "(query: string) => Promise<import('@pullquote/elements').Destination[]>",
        value: "async () => [{ id: 't1', label: 'Lipids', visibility: 'members' }]",
      },
    ],
    [
      'post',
      {
        type: "(id: string, html: string) => Promise<import('@pullquote/elements').Destination>",
        value: "async (id) => ({ id, label: 'Lipids' })",
      },
    ],
  ]);
}

/** The names of these that a text uses and does not make itself. */
export function used(text: string, all: ReadonlyMap<string, Yours>): [string, Yours][] {
  return [...all].filter(
    ([name]) =>
      new RegExp(`(?<![.'\\w-])${name}\\b(?!['-])`).test(text) &&
      !new RegExp(`\\b(const|let) (\\{ )?${name}\\b`).test(text),
  );
}
