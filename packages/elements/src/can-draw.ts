import { html, isServer, render } from 'lit';

/**
 * Whether this page lets us make templates. A page that enforces Trusted Types and allows neither our policy nor a default
 * one that leaves templates whole does not: then its stored text must stay as it is, rather than become empty elements.
 */
export function canDraw(): boolean {
  if (isServer) return true;
  const trial = document.createDocumentFragment();
  try {
    render(html`<p>${'x'}</p>`, trial);
  } catch {
    return false;
  }
  return trial.textContent === 'x';
}
