/** Stands in the audit log for whoever may run commands on the collector's machine. */
export const COMMAND_LINE = 'command-line';

/** And this for anyone at all, where the collector is open. */
export const ANYONE = 'open';
