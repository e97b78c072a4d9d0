import type { LabelWords } from '@pullquote/record/reader';

/** Dates, lists and countries as the browser's own language data writes them. */
export function intl(lang: string): Pick<LabelWords, 'lang' | 'date' | 'list' | 'country'> {
  const dates = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(lang);
  const regions = new Intl.DisplayNames(lang, { type: 'region' });
  return {
    lang,
    date: (iso) => {
      const day = Date.parse(iso);
      return Number.isNaN(day) ? iso : dates.format(day); // A record's date is its publisher's text.
    },
    list: (items) => lists.format(items),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
  };
}
