/** A release proves where it was built. That needs a repository to name, and the place that builds it. */
import { readdirSync, readFileSync } from 'node:fs';

const packages = new URL('../packages/', import.meta.url);
const without = readdirSync(packages).filter((name) => {
  const { repository } = JSON.parse(readFileSync(new URL(`${name}/package.json`, packages), 'utf8'));
  return !(repository?.url && repository.directory === `packages/${name}`);
});
const problems = [];
if (without.length > 0)
  problems.push(
    `repository: is missing in packages/{${without.join(',')}}/package.json. Set { "type": "git", "url": "git+https://…", "directory": "packages/…" } to where this repository is published.`,
  );
if (!process.env.ACTIONS_ID_TOKEN_REQUEST_URL && !process.env.SIGSTORE_ID_TOKEN)
  problems.push('Provenance is signed by the machine that builds. Run this in CI, with leave to make an OIDC token.');
if (problems.length > 0) {
  console.error(`Not released:\n- ${problems.join('\n- ')}`);
  process.exit(1);
}
