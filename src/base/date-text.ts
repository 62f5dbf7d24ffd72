/** Moments and periods in the words of a language, by Intl. */
import { type Instant, localDay } from './instant.ts';
import { readersLocale } from './language.ts';

/** The ways a page shows an instant. */
export type DateStyle = 'day' | 'day-time' | 'time' | 'weekday';

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { dateStyle: 'long' },
  'day-time': { dateStyle: 'long', timeStyle: 'short' },
  time: { timeStyle: 'short' },
  weekday: { dateStyle: 'full' },
};

/** A formatter, and the texts of the days that it was asked about. */
interface Formatter {
  readonly format: Intl.DateTimeFormat;
  readonly days: Map<number, string>;
}

// Making a formatter costs a hundred times what using it does; there are only a few kinds.
const formatters = new Map<string, Formatter>();

/** The formatter of the last question, which often is that of the next. */
let last: { style: DateStyle; language: string; zone: string; formatter: Formatter } | null = null;

function formatterOf(style: DateStyle, language: string, zone: string): Formatter {
  if (last?.style === style && last.language === language && last.zone === zone)
    return last.formatter;
  const key = `${style} ${language} ${zone}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    const format = new Intl.DateTimeFormat(readersLocale(language), {
      ...STYLES[style],
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
    });
    formatter = { format, days: new Map() };
    formatters.set(key, formatter);
  }
  last = { style, language, zone, formatter };
  return formatter;
}

/** An archive of a century has no more days; they take some megabytes. */
const MOST_DAYS = 40_000;

/** The instant as readers of `language` write it, in `zone`: "26 September 2023 at 10:15". */
export function formatInstant(
  instant: Instant,
  style: DateStyle,
  language: string,
  zone: string,
): string {
  const formatter = formatterOf(style, language, zone);
  if ('timeStyle' in STYLES[style]) return formatter.format.format(instant);
  // Every page names the days of a dozen articles, most of them again and again.
  const day = localDay(instant, zone);
  let text = formatter.days.get(day);
  if (text === undefined) {
    text = formatter.format.format(instant);
    if (formatter.days.size < MOST_DAYS) formatter.days.set(day, text);
  }
  return text;
}

/** How a period is named: as a heading on its own, or among the others of the same year or month. */
export type PeriodStyle = 'whole' | 'part';

const PERIODS: Record<PeriodStyle, readonly Intl.DateTimeFormatOptions[]> = {
  whole: [{ year: 'numeric' }, { year: 'numeric', month: 'long' }, { dateStyle: 'long' }],
  part: [{ year: 'numeric' }, { month: 'long' }, { month: 'long', day: 'numeric' }],
};

const periods = new Map<string, Intl.DateTimeFormat>();

/** A year, month or day of the calendar, `2023`, `2023/09` or `2023/09/26`, in the words of a language. */
export function periodName(path: string, language: string, style: PeriodStyle): string {
  const [year = 0, month = 1, day = 1] = path.split('/').map(Number);
  const depth = path.split('/').length - 1;
  const key = `${style} ${depth} ${language}`;
  let formatter = periods.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(readersLocale(language), {
      ...PERIODS[style][depth],
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
    });
    periods.set(key, formatter);
  }
  return formatter.format(Date.UTC(year, month - 1, day));
}
