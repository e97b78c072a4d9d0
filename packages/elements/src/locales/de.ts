import { ENGLISH_WORDS, type Locale } from '../words.js';
export const locale = ENGLISH_WORDS as Locale;
