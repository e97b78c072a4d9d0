export function withHash(page: string, version: string, hash: string): string;
