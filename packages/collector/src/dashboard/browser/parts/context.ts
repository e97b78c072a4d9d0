import type { TemplateResult } from 'lit';
import type { PageName } from '../../paths.js';
import type { Forecast } from '../../../plan/forecast.js';
import type { ReportName, ReportOf } from '../../../report/types.js';
import type { Place } from '../state/place.js';
import type { Loaded, ReportFilter } from '../state/reports.js';

/** What a page is drawn from, and how it says what the reader did. */
export interface PageContext {
  readonly place: Place;
  readonly publisher: { readonly origin: string; readonly name: string };
  /** The collector's own day, UTC. */
  readonly today: string;
  /** Whether this reader may change the calendar. */
  readonly mayEdit: boolean;
  /** Under the reader's days and community unless `filter` says otherwise. */
  report<N extends ReportName>(name: N, filter?: Partial<ReportFilter>): Loaded<ReportOf<N>>;
  /** What can ever be released for a community of so many doctors. */
  forecast(doctors: number): Loaded<Forecast>;
  /** The same filter as `report`. */
  csv(name: ReportName, filter?: Partial<ReportFilter>): string;
  address(page: PageName, more?: Partial<Place>): string;
  /** The same page, otherwise: without a step back to where it was. */
  change(more: Partial<Place>): void;
  retry(): void;
  /** The calendar was changed: what was computed with it is computed anew. */
  calendarChanged(): void;
}

export interface Page {
  /** For the browser's title and its history. */
  title(context: PageContext): string;
  view(context: PageContext): TemplateResult;
}
