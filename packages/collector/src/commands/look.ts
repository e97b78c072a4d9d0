import { styleText } from 'node:util';
import { PLAIN, type Look } from '../report/print.js';
import type { Terminal } from './terminal.js';

/** Weight and dimness where somebody reads; nothing but text in a file or a pipe, or where NO_COLOR asks for it. */
export function lookOf({ styled = false }: Terminal): Look {
  if (!styled) return PLAIN;
  const style = (format: 'dim' | 'bold') => (text: string) => styleText(format, text, { validateStream: false });
  return { dim: style('dim'), strong: style('bold') };
}
