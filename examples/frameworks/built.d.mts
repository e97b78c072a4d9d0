export const FRAMEWORKS: readonly string[];
export function isBuilt(name: string): boolean;
