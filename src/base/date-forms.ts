/**
 * Dates as other systems write them, in the form that Gazeta reads: a paper that moves in has thousands. Only what can
 * be read in one way: `05/03/2021` is May in one country and March in another.
 */

/** In English, as most systems write them, and the messages of this one. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

const short = (name: string): string => name.slice(0, 3).toLowerCase();
const SHORT_MONTHS = MONTHS.map(short);
const SHORT_WEEKDAYS = WEEKDAYS.map(short);

const MONTH = `(${SHORT_MONTHS.join('|')})`;
/** The rest of the name of a month: `January`, `Sept`, `Jan.`. */
const REST = '([a-z]*)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const WEEKDAY = `(?:(?:${SHORT_WEEKDAYS.join('|')})[a-z]*\\.?,?\\s+)?`;
const TIME = '(?=$|[T\\s,])(.*)$';

/** Hexo and Middleman: `2013/2/11 09:00`, `2013-2-11`. */
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}`, 'is');
/** Astro, and dates in words: `Jul 08 2022`, `March 7, 2021`. */
const MONTH_FIRST = new RegExp(`^${WEEKDAY}${MONTH}${REST}\\s+${DAY},?\\s+(\\d{4})${TIME}`, 'is');
/** Mail and feeds (RFC 5322, 3.3): `Sat, 05 Nov 2022 10:00:00 +0000`, `5 March 2021`. */
const DAY_FIRST = new RegExp(
  `^${WEEKDAY}${DAY}[\\s-]+${MONTH}${REST},?[\\s-]+(\\d{4})${TIME}`,
  'is',
);

const NAMES = [...MONTHS.map((name) => name.toLowerCase()), ...SHORT_MONTHS, 'sept'];

/** A time behind a date: after a blank, a comma or `at`, and perhaps of twelve hours. */
const BEFORE_TIME = /^(?:T|,?\s+(?:at\s+)?)(?=\d)/i;
const TWELVE = /^(\d{1,2})(:\d{2}(?::\d{2})?)\s*([ap])\.?m\b\.?/i;

/** The date with its time as `2026-11-23 09:00`; null if it has none of these forms. */
export function inOurForm(text: string): string | null {
  const [, year, , month, day, rest] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return joined(year, Number(month), day, rest);
  const [, m, more, d, y, time] = MONTH_FIRST.exec(text) ?? [];
  if (m !== undefined) return named(y, m, more, d, time);
  const [, date, name, end, when, after] = DAY_FIRST.exec(text) ?? [];
  return name === undefined ? null : named(when, name, end, date, after);
}

/** The day of the week with which a date begins, 0 for Sunday; -1 if it begins with none. */
export function weekdayIn(text: string): number {
  return SHORT_WEEKDAYS.indexOf(short(text));
}

function named(year = '', month = '', rest = '', day = '', time = ''): string | null {
  if (!NAMES.includes((month + rest).toLowerCase())) return null;
  return joined(year, SHORT_MONTHS.indexOf(short(month)) + 1, day, time);
}

function joined(year: string, month: number, day = '', rest = ''): string {
  const two = (number: number | string) => String(number).padStart(2, '0');
  const time = rest.replace(BEFORE_TIME, '').trim();
  const hours = time.replace(TWELVE, (whole, hour: string, minutes: string, half: string) => {
    const number = Number(hour);
    // What is no hour of a clock with twelve stays as it is, and is refused.
    if (number < 1 || number > 12) return whole;
    return two((number % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) + minutes;
  });
  return `${year}-${two(month)}-${two(day)}${hours === '' ? '' : ` ${hours}`}`;
}
