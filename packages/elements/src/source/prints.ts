import { render, type TemplateResult } from 'lit';
import type { Assessment } from './assess.js';

const prints = new WeakMap<Assessment, Map<string, DocumentFragment>>();

/** A copy of the drawing of a finding; it is drawn only the first time that this `key` is asked for. */
export function copyOf(found: Assessment, key: string, draw: () => TemplateResult): Node {
  let drawings = prints.get(found);
  if (!drawings) prints.set(found, (drawings = new Map()));
  let drawing = drawings.get(key);
  if (!drawing) {
    drawings.set(key, (drawing = document.createDocumentFragment()));
    render(draw(), drawing);
  }
  return drawing.cloneNode(true);
}
