/**
 * The one place for time: reading an instant as a journalist writes it, its parts in the paper's
 * zone, and as RFC 3339. There is no clock here; `now` comes in from the command line.
 */
import type * as Polyfill from 'temporal-polyfill';
import { inOurForm, MONTHS, WEEKDAYS, weekdayIn } from './date-forms.ts';
import { lazily } from './lazy.ts';
import { recent } from './recent.ts';
import { nameOfSign, typographicMark, UNSEEN, withoutMarks } from './signs.ts';

/** Loaded at the first moment of a paper. */
const library = lazily<typeof Polyfill>('temporal-polyfill');

/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly instant: unique symbol };

/** Why a text is not an instant: what is wrong (the end of a sentence) and what to do. */
export interface InstantFault {
  readonly kind: 'date' | 'local-time';
  readonly problem: string;
  readonly help: string;
}

/** The parts of an instant in one time zone. */
export interface LocalParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Milliseconds. */
const DAY = 86_400_000;

/** The last moment that a Date can be, in milliseconds; that before which none can be is as far away. */
const END_OF_TIME = 8.64e15;

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})(?:(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(?:(Z|UTC|GMT)|([+-])(\d{1,2}):?(\d{2})?)?)?$/i;

const HOW_TO_WRITE = 'Write a day as 2026-11-23, or with a time as 2026-11-23T09:00.';

/**
 * Reads an instant: RFC 3339, or a local date and time in `zone`, or a day alone (its 00:00).
 * The offset may also be written as content systems do (` +0200`, `+2`, ` UTC`), and so may the date (base/date-forms). Nothing is shifted:
 * a day that is not in the calendar and a local time that the clock change skips or repeats are faults.
 */
export function readInstant(text: string, zone: string): Instant | InstantFault {
  const local = plainLocal(text);
  if (Number.isNaN(local)) return readAnyInstant(text, zone);
  if (text.length < WITH_OFFSET) return localToInstant(local, zone);
  const offset = (digits(text, 20) * 60 + digits(text, 23)) * 60_000;
  return (local - (text.charCodeAt(19) === MINUS ? -offset : offset)) as Instant;
}

const WITH_SECONDS = '2026-11-23T09:00:00'.length;
const WITH_OFFSET = '2026-11-23T09:00:00+01:00'.length;

/** Signs. */
const [MINUS, PLUS, COLON, ZERO, T] = [45, 43, 58, 48, 84];

/**
 * The date and time of the form that content systems write most, with an offset or without, as if it were UTC; NaN if
 * it has another form, or if there is anything about it to be looked at more closely.
 */
function plainLocal(text: string): number {
  const { length } = text;
  if (length !== WITH_SECONDS && length !== WITH_OFFSET) return Number.NaN;
  if (
    text.charCodeAt(4) !== MINUS ||
    text.charCodeAt(7) !== MINUS ||
    text.charCodeAt(10) !== T ||
    text.charCodeAt(13) !== COLON ||
    text.charCodeAt(16) !== COLON
  )
    return Number.NaN;
  if (length === WITH_OFFSET) {
    const sign = text.charCodeAt(19);
    if ((sign !== MINUS && sign !== PLUS) || text.charCodeAt(22) !== COLON) return Number.NaN;
    // What is no number is not below anything either.
    if (!(digits(text, 20) < 24 && digits(text, 23) < 60)) return Number.NaN;
  }
  const year = digits(text, 0) * 100 + digits(text, 2);
  const [month, day] = [digits(text, 5), digits(text, 8)];
  const [hour, minute, second] = [digits(text, 11), digits(text, 14), digits(text, 17)];
  // All months have the first 28 days.
  const isPlain =
    year >= 1000 && month > 0 && month < 13 && day > 0 && day < 29 && hour < 24 && minute < 60;
  return isPlain && second < 60 ? Date.UTC(year, month - 1, day, hour, minute, second) : Number.NaN;
}

/** Two digits as a number; NaN if they are none. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** The same whatever the form (tests/instant.test.ts). */
export function readAnyInstant(text: string, zone: string): Instant | InstantFault {
  const match = partsOf(text.trim());
  if (match === null) return unread(text.trim());
  const [, y, mo, d, h = '0', mi = '0', s = '0', fraction = '', utc, sign, oh, om = '0'] = match;
  const [year, month, day] = [Number(y), Number(mo), Number(d)];
  const [hour, minute, second] = [Number(h), Number(mi), Number(s)];

  // Years before 1000 are slips of the hand, and Date.UTC reads the first hundred as 1900 and after.
  if (year < 1000)
    return {
      kind: 'date',
      problem: `has the year ${y}`,
      help: `Is a digit wrong? ${HOW_TO_WRITE}`,
    };
  if (month < 1 || month > 12)
    return {
      kind: 'date',
      problem: `has no month ${mo}`,
      help: `Months go from 01 to 12. ${HOW_TO_WRITE}`,
    };
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > days) {
    const last = `${y}-${mo}-${String(days).padStart(2, '0')}`;
    return {
      kind: 'date',
      problem: 'is not a day of the calendar',
      help: `${MONTHS[month - 1]} ${year} has ${days} days. Write the date as ${last} or ${last}T09:00.`,
    };
  }
  // A date means the day that it names (RFC 5322, 3.3), and of a slip of the hand nobody knows which of the two it is.
  const named = weekdayIn(text.trim());
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  if (named >= 0 && named !== weekday)
    return {
      kind: 'date',
      problem: `names another day of the week: it is a ${WEEKDAYS[weekday]}`,
      help: `Which of the two is meant? ${HOW_TO_WRITE}`,
    };
  // RFC 3339 allows second 60; a leap second is counted as the second after, as POSIX clocks do.
  if (hour > 23 || minute > 59 || second > 60)
    return {
      kind: 'date',
      problem: 'is not a time of the day',
      help: 'Hours go from 00 to 23, minutes and seconds from 00 to 59.',
    };

  const millisecond = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const local = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  if (utc !== undefined) return local as Instant;
  if (sign !== undefined) {
    const [hours, minutes] = [Number(oh), Number(om)];
    if (hours > 23 || minutes > 59)
      return {
        kind: 'date',
        problem: 'has an offset that does not exist',
        help: 'Write the offset from UTC as +02:00.',
      };
    return (local - (sign === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000) as Instant;
  }
  return localToInstant(local, zone);
}

/** The parts of an instant, in whatever form; null if it has none. */
function partsOf(text: string): RegExpExecArray | null {
  const match = INSTANT.exec(text);
  if (match !== null) return match;
  const other = inOurForm(text);
  return other === null ? null : INSTANT.exec(other);
}

/** What keeps a text from being an instant: signs that an editor put in, or anything else. */
function unread(text: string): InstantFault {
  const seen = text.replace(new RegExp(`[${UNSEEN}]`, 'g'), '');
  const bare = withoutMarks(seen).trim();
  if (!INSTANT.test(bare))
    return { kind: 'date', problem: 'is not a date that can be read', help: HOW_TO_WRITE };
  if (typographicMark(seen) !== null)
    return {
      kind: 'date',
      problem: 'is in typographic quotation marks, which are no quotes here',
      help: `Write it without quotation marks, or between plain ones, " or ': ${bare}.`,
    };
  const sign = new RegExp(`[${UNSEEN}]`).exec(text)?.[0] ?? '';
  return {
    kind: 'date',
    problem: `has ${nameOfSign(sign)} in it`,
    help: `It does not show. Delete the whole value, and write it anew: ${bare}.`,
  };
}

/** True if a text says its offset, or UTC, so that no zone is needed to read it. */
export function hasOffset(text: string): boolean {
  const [, , , , , , , , utc, sign] = partsOf(text.trim()) ?? [];
  return utc !== undefined || sign !== undefined;
}

/** True if a reading failed. */
export function isInstantFault(reading: Instant | InstantFault): reading is InstantFault {
  return typeof reading === 'object';
}

/** A local date and time, given as if it were UTC, in a zone. */
function localToInstant(local: number, zone: string): Instant | InstantFault {
  // The offsets in force a day before and a day after are the only two that can apply: zones do not
  // change twice in two days. Where both agree (nearly always), the answer is plain.
  const before = local - offsetAt(local - DAY, zone);
  const after = local - offsetAt(local + DAY, zone);
  if (before === after) return before as Instant;
  const readings = [before, after].filter((reading) => local - offsetAt(reading, zone) === reading);
  const [first, second] = readings;
  if (first !== undefined && (second === undefined || second === first)) return first as Instant;
  const options = (readings.length === 0 ? [before, after] : readings)
    .sort((a, b) => a - b)
    .map((reading) => isoLocal(reading as Instant, zone));
  return {
    kind: 'local-time',
    problem:
      readings.length === 0
        ? `does not exist in ${zone}: the clocks go forward over it`
        : `exists twice in ${zone}: the clocks go back over it`,
    help: `Add the offset you mean: ${options[0]} or ${options[1]}.`,
  };
}

/** A stretch of time in which a zone's offset stays the same: from `start`, until before `end`. Plain data. */
export interface Period {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  /** The offset as RFC 3339 has it, `+02:00`. */
  readonly written: string;
}

// What a zone's rules are does not change while we run, and asking for them is slow: the periods that
// were asked about are kept, about two for each year of the archive.
const periods = new Map<string, Period[]>();

/**
 * Takes what an earlier build found out about a zone: a list to which is added what is asked for from here on. So a
 * build seldom needs the library.
 */
export function rememberPeriods(zone: string, kept: Period[]): void {
  for (const period of periods.get(zone) ?? [])
    if (!kept.some(({ start }) => start === period.start)) kept.push(period);
  periods.set(zone, kept);
  last = null;
}

/** The zone and period of the last answer, which nearly always is that of the next. */
let last: { zone: string; period: Period } | null = null;

/** The stretch of time in which a moment is: with it the moment can be told without asking for the zone's rules. */
export function periodOf(instant: Instant, zone: string): Period {
  return periodAt(instant, zone);
}

/** The offset of a zone at a moment, in milliseconds. */
function offsetAt(ms: number, zone: string): number {
  return periodAt(ms, zone).offset;
}

function periodAt(ms: number, zone: string): Period {
  if (last !== null && last.zone === zone && last.period.start <= ms && ms < last.period.end)
    return last.period;
  let known = periods.get(zone);
  if (known === undefined) {
    known = [];
    periods.set(zone, known);
  }
  let period = known.find(({ start, end }) => start <= ms && ms < end);
  if (period === undefined) {
    const { Temporal } = library();
    const moment = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
    // A moment that is itself a transition begins its period, so look back from just after it.
    const before = moment.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
    const after = moment.getTimeZoneTransition('next');
    const offset = moment.offsetNanoseconds / 1e6;
    const minutes = Math.round(Math.abs(offset) / 60_000);
    period = {
      start: before?.epochMilliseconds ?? -END_OF_TIME,
      end: after?.epochMilliseconds ?? END_OF_TIME + 1,
      offset,
      written: `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
    };
    known.unshift(period);
  }
  last = { zone, period };
  return period;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** The minute of an instant in a zone, counted from 1970-01-01T00:00. */
export function localMinute(instant: Instant, zone: string): number {
  return Math.floor((instant + offsetAt(instant, zone)) / 60_000);
}

/** The day of an instant in a zone. */
export function localParts(instant: Instant, zone: string): LocalParts {
  const local = new Date(instant + offsetAt(instant, zone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
  };
}

/** A day, counted from 1970-01-01, as `2023-09-26`; in years of more than four digits with their sign. */
const dayText = recent((day: number) => new Date(day * DAY).toISOString().split('T')[0] ?? '');

/** RFC 3339 with the zone's offset and whole seconds: `2023-09-26T10:15:00+02:00`. */
export function isoLocal(instant: Instant, zone: string): string {
  const { offset, written } = periodAt(instant, zone);
  const local = instant + offset;
  const day = Math.floor(local / DAY);
  const seconds = Math.floor((local - day * DAY) / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${dayText(day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}${written}`;
}

/** The same for who is to come back then: of a second that has begun the next one, not to come too early. */
export function isoNotBefore(instant: Instant, zone: string): string {
  return isoLocal((Math.ceil(instant / 1000) * 1000) as Instant, zone);
}

/** True if the platform knows the IANA time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
