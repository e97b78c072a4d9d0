import { describe, expect, it } from 'vitest';
import {
  CONTENT_TYPES,
  ENGLISH,
  PARTY_ROLES,
  PROMOTIONAL_STATUSES,
  STATE,
  storedWords,
  type StateName,
} from '@pullquote/record';
import type { Locale } from '../../packages/elements/src/words.js';
import { locale as ar } from '../../packages/elements/src/locales/ar.js';
import { locale as de } from '../../packages/elements/src/locales/de.js';
import { locale as es } from '../../packages/elements/src/locales/es.js';
import { locale as fr } from '../../packages/elements/src/locales/fr.js';
import { locale as it_ } from '../../packages/elements/src/locales/it.js';

const STATES = Object.keys(STATE) as StateName[];
/** What "verified" is called; no other state may sound like it. */
const VERIFIED: Readonly<Record<string, RegExp>> = {
  de: /geprüft/i,
  fr: /vérifiée?\b/i,
  es: /comprobad[oa]\b/i,
  it: /verificat[oa]\b/i,
  ar: /مُتحقَّق/,
};

/** Every phrase of a locale, by its path; functions are given something to say. */
function phrases(value: unknown, path = ''): [path: string, phrase: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => phrases(inner, `${path}.${key}`));
}

describe.each<Locale>([de, fr, es, it_, ar])('$lang', (locale) => {
  it('has a phrase of its own wherever English has one', () => {
    const own = new Map(phrases(locale));
    for (const [path, phrase] of own) expect(phrase.trim(), path).not.toBe('');
    for (const [path, phrase] of phrases(ENGLISH)) {
      if (path === '.lang') continue;
      expect(own.get(path), path).toBeDefined();
      expect(own.get(path), path).not.toBe(phrase);
    }
  });

  it('names every code and role, each in its own words', () => {
    const codes = [...CONTENT_TYPES, ...PROMOTIONAL_STATUSES].map((code) => locale.code(code));
    expect(new Set(codes).size).toBe(codes.length);
    const roles = PARTY_ROLES.map((role) => locale.role(role));
    expect(new Set(roles).size).toBe(roles.length);
    for (const words of [...codes, ...roles]) expect(words).toMatch(/\p{L}/u);
  });

  it('tells the states apart, and calls only one of them verified', () => {
    const words = STATES.map((state) => locale.state[state]);
    expect(new Set(words).size).toBe(words.length);
    for (const state of STATES)
      expect(VERIFIED[locale.lang]?.test(locale.state[state]), state).toBe(state === 'verified');
  });

  it('writes stored dates, lists and countries by fixed rules, whatever the browser knows', () => {
    const { date, list, country } = storedWords(locale);
    expect(date('2014-01-13')).toBe('2014-01-13');
    expect(list(['a', 'b', 'c'])).toBe('a, b, c');
    expect(country('GB')).toBe('GB');
  });

  it('takes what is no date and no country as it is', () => {
    expect(locale.date('spring 2014')).toBe('spring 2014');
    expect(locale.country('europe')).toBe('europe');
  });

  it('promises nothing that it should not', () => {
    for (const [path, phrase] of phrases(locale))
      expect(phrase, path).not.toMatch(/anonym|anónim|anonim|مجهول|compliant|konform|conforme\b|viral/i);
  });

  it('says of every fact what it tells, and of every silence why', () => {
    const fact = { fact: 'shared', item: 'urn:x:1', version: 3, depth: 1 } as const;
    expect(locale.learning.tells({ tells: 'post', fact })).toContain('3');
    const all = ['crowd', 'never', 'browser-refuses', 'not-counted', 'counts-nothing', 'private'] as const;
    const more = ['posts-only', 'depth', 'ended', 'unknown'] as const;
    const said = [...all, ...more].map((tells) => locale.learning.tells({ tells }));
    expect(new Set(said).size).toBe(said.length);
    expect(locale.learning.tells({ tells: 'post', fact })).not.toMatch(/undefined|\[object/);
  });
});
