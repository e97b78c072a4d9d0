#!/usr/bin/env node
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';

/*
 * Before anything else is loaded: V8 answers steady work with an ever larger space for young objects, up to 64 MB, although
 * a thousand records in it are as dead as ten. Kept as it began, publishing ten thousand takes little more than a thousand.
 */
setFlagsFromString('--semi-space-growth-factor=1');

const { run } = await import('./run.js');
const { processTerminal } = await import('./terminal.js');

process.exitCode = await run(process.argv.slice(2), processTerminal(process));
