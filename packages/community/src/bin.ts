#!/usr/bin/env node
import { processTerminal } from './commands/process-terminal.js';
import { run } from './commands/program.js';

process.exitCode = await run(process.argv.slice(2), processTerminal());
