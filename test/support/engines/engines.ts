import { chromium } from './chromium.js';
import type { Engine } from './driver.js';
import { firefox } from './firefox.js';
import { webkit } from './webkit.js';

/** Every engine that the suite knows, here or not. */
export const ENGINES: readonly Engine[] = [chromium, firefox, webkit];
