import type { LabelWords } from '@pullquote/record/reader';

/** Dates, lists and countries as the browser's own language data writes them. */
export function intl(lang: string): Pick<LabelWords, 'lang' | 'date' | 'list' | 'country'> {
  const dates = new Intl.DateTimeFormat(lang, {
    day: 'numeric',
    month: 'short', // In letters: 3/1 is another day in another country.
    year: 'numeric',
    timeZone: 'UTC',
  });
  const lists = new Intl.ListFormat(lang);
  const regions = new Intl.DisplayNames(lang, { type: 'region' });
  return {
    lang,
    // A record's date is its publisher's text, and may be none.
    date: (iso) => (/^\d{4}-\d\d-\d\d$/.test(iso) && Date.parse(iso) ? dates.format(Date.parse(iso)) : iso),
    list: (items) => lists.format(items),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
  };
}
