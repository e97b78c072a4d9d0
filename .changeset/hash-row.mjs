/** A page with a table of hashes → the same with this version's on top. @throws Error where there is no such table */
export function withHash(page, version, hash) {
  const lines = page.split('\n').filter((line) => !line.startsWith(`| ${version} `));
  const rule = lines.findIndex((line, at) => /^\| -/.test(line) && lines[at - 1]?.startsWith('| version'));
  if (rule < 0) throw new Error('There is no table that begins with the column "version".');
  lines.splice(rule + 1, 0, `| ${version} | \`${hash}\` |`);
  return lines.filter((line) => !line.startsWith('No version is released yet.')).join('\n');
}
