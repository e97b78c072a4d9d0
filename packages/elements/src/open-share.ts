import type { ShareDialog } from './share/dialog.js';
import type { ShareSubject } from './share/subject.js';

const dialogs = new WeakMap<HTMLElement, ShareDialog>();

/** Starts loading the dialog before it is asked for. */
export function preloadShare(): void {
  void import('./share/dialog.js');
}

/** Opens the share dialog for an element. Each element keeps its own, and with it the doctor's draft. */
export async function openShare(owner: HTMLElement, subject: ShareSubject): Promise<void> {
  const { ShareDialog } = await import('./share/dialog.js');
  let dialog = dialogs.get(owner);
  if (!dialog) {
    dialog = ShareDialog.create(owner);
    dialogs.set(owner, dialog);
    (owner.shadowRoot ?? owner).append(dialog);
  }
  dialog.open(subject);
}
