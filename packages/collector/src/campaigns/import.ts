import { parse as parseCsv } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { CollectorError } from '../errors.js';
import { parseInput } from '../api/read-json.js';
import { addDays } from '../report/formulas/weeks.js';
import { campaignSchema, KINDS, type CampaignInput } from './campaign.js';

export const MAX_IMPORT = 1_000;

/**
 * A table with the columns name, kind, from, to and, where wanted, item. A line that is wrong refuses the whole file: half a
 * calendar would be worse than none.
 * @throws CollectorError `usage` that names the line and the field
 */
export function campaignsFromCsv(text: string): CampaignInput[] {
  let rows: Record<string, string>[];
  try {
    rows = parseCsv(text, { bom: true, columns: true, skip_empty_lines: true, trim: true, to: MAX_IMPORT + 1 });
  } catch (error) {
    throw new CollectorError('usage', `csv: ${(error as Error).message}`);
  }
  return few(rows).map((row, i) => {
    const filled = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
    return parseInput(campaignSchema, filled, `line ${i + 2}, `);
  });
}

/**
 * The events of an iCalendar file (RFC 5545): their summary is the name, their first category the kind, else `other`. An event that
 * repeats is refused: which of its days are a campaign is the publisher's to say.
 * @throws CollectorError `usage` that names the event
 */
export function campaignsFromIcs(text: string): CampaignInput[] {
  let events: InstanceType<typeof ICAL.Component>[];
  try {
    events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  } catch {
    throw new CollectorError('usage', 'ics: is not an iCalendar file.');
  }
  return few(events).map((component, i) => {
    const event = new ICAL.Event(component);
    if (event.isRecurring()) throw new CollectorError('usage', `event ${i + 1}: repeats. Write each occurrence out.`);
    const from = dayIn(event.startDate, i);
    const end = dayIn(event.endDate ?? event.startDate, i);
    // The end of a whole-day event, and a midnight, belong to the day before (RFC 5545 section 3.6.1).
    const midnight = event.endDate === null || (event.endDate.hour === 0 && event.endDate.minute === 0);
    const category = String(component.getFirstPropertyValue('categories') ?? '').toLowerCase();
    const kind = KINDS.includes(category) ? category : 'other';
    const to = midnight && end > from ? addDays(end, -1) : end;
    return parseInput(campaignSchema, { name: event.summary, kind, from, to }, `event ${i + 1}, `);
  });
}

function dayIn(time: InstanceType<typeof ICAL.Time> | null, i: number): string {
  if (!time) throw new CollectorError('usage', `event ${i + 1}: has no day.`);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${time.year}-${two(time.month)}-${two(time.day)}`;
}

function few<T>(list: T[]): T[] {
  if (list.length > MAX_IMPORT) throw new CollectorError('usage', `The file holds more than ${MAX_IMPORT} windows.`);
  return list;
}
