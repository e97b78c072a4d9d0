/** On every answer: its type is what it says, and no link tells where it stood. */
export const SAFE_HEADERS = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' } as const;
