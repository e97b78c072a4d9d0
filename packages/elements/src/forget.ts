/**
 * Forgets what was counted here, and every fact that waits, in all pages of this browser. A logout awaits it before it leaves
 * the page. Rejects where the code for it could not be loaded.
 */
export const forget = (): Promise<void> => import('./share/port.js').then((counting) => counting.forget());
