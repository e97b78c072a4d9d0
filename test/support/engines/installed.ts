import { existsSync, readdirSync } from 'node:fs';

/** The first of these files that is there. */
export function installed(...candidates: readonly (string | undefined)[]): string | undefined {
  return candidates.find((path) => path !== undefined && existsSync(path));
}

/** Where Debian keeps WebKitGTK's small browser: below the machine's architecture and the library's version. */
export function miniBrowsers(): string[] {
  const libraries = '/usr/lib';
  if (!existsSync(libraries)) return [];
  return readdirSync(libraries).flatMap((architecture) =>
    ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map(
      (one) => `${libraries}/${architecture}/${one}/MiniBrowser`,
    ),
  );
}
