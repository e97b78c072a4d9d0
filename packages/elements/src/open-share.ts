import type { ShareDialog } from './share/dialog.js';
import type { ShareSubject } from './share/subject.js';

const dialogs = new WeakMap<HTMLElement, ShareDialog>();
const load = () => import('./share/dialog.js');

// Kept here, because a browser takes a task or two to resolve even what it has imported: a frame lost at every click.
let loaded: ReturnType<typeof load> | undefined;

/** Starts loading the dialog before it is asked for. */
export function preloadShare(): ReturnType<typeof load> {
  return (loaded ??= load().catch((error: unknown) => {
    loaded = undefined; // The next hand that comes near tries again.
    throw error;
  }));
}

/** Opens the share dialog for an element. Each element keeps its own, and with it the doctor's draft. */
export async function openShare(owner: HTMLElement, subject: ShareSubject): Promise<void> {
  const { ShareDialog } = await preloadShare();
  let dialog = dialogs.get(owner);
  if (!dialog) {
    dialog = ShareDialog.create(owner);
    dialogs.set(owner, dialog);
    (owner.shadowRoot ?? owner).append(dialog);
  }
  dialog.open(subject);
}
