#!/usr/bin/env node
// The store is node:sqlite. An older Node cannot even load the program, so this file imports it only after the check.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(
    `pullquote-community needs Node 24; this is ${process.versions.node}. Install Node 24 and try again.\n`,
  );
  process.exitCode = 1;
} else {
  const { run } = await import('./commands/program.js');
  const { processTerminal } = await import('./commands/process-terminal.js');
  process.exitCode = await run(process.argv.slice(2), processTerminal());
}

export {};
