import type { ShareDialog } from './share/dialog.js';
import type { ShareSubject } from './share/subject.js';

const dialogs = new WeakMap<HTMLElement, ShareDialog>();
const load = () => import('./share/dialog.js');

// Kept here, because a browser takes a task or two to resolve even what it has imported: a frame lost at every click.
let loaded: ReturnType<typeof load> | undefined;

/** Each element keeps its own dialog, and with it the doctor's draft. */
async function dialogOf(owner: HTMLElement): Promise<ShareDialog> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined; // The next hand that comes near tries again.
    throw error;
  });
  const { ShareDialog } = await loaded;
  let dialog = dialogs.get(owner);
  if (!dialog) {
    dialog = ShareDialog.create(owner);
    dialogs.set(owner, dialog);
    (owner.shadowRoot ?? owner).append(dialog);
  }
  return dialog;
}

/** Loads the dialog of an element and draws it, closed, before it is asked for: then a click only has to show it. */
export function preloadShare(owner: HTMLElement): void {
  dialogOf(owner).catch(() => undefined); // Whoever clicks will be told.
}

/** Opens the share dialog for an element. */
export async function openShare(owner: HTMLElement, subject: ShareSubject): Promise<void> {
  (await dialogOf(owner)).open(subject);
}
