/** Moments and periods in the words of a language, by Intl. */
import { type Instant, localMinute } from './instant.ts';
import { readersLocale } from './language.ts';
import { recent } from './recent.ts';

/** The ways a page shows an instant. */
export type DateStyle = 'day' | 'day-time' | 'time' | 'weekday';

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { dateStyle: 'long' },
  'day-time': { dateStyle: 'long', timeStyle: 'short' },
  time: { timeStyle: 'short' },
  weekday: { dateStyle: 'full' },
};

// Making a formatter costs a hundred times what using it does; there are only a few kinds. The first of a process takes
// as long as all else that a small build does: therefore the texts are kept, if the build has where to keep them.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(style: DateStyle, language: string): Intl.DateTimeFormat {
  const key = `${style} ${language}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat([...readersLocale(language)], {
      ...STYLES[style],
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
    });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** Texts that were made for days, minutes of the day and periods, by style and language. Plain data. */
export type DateTexts = Record<string, Record<string, string>>;

let texts: DateTexts = {};

/** An archive of a century has no more days; they take some megabytes. */
const MOST_TEXTS = 40_000;

/** Takes the texts of earlier builds, to which is added what is asked for from here on. */
export function rememberTexts(kept: DateTexts): void {
  for (const [key, table] of Object.entries(kept))
    if (Object.keys(table).length >= MOST_TEXTS) delete kept[key];
  texts = kept;
  tables.clear();
}

interface Table {
  readonly made: Record<string, string>;
  /** How many these are, or more. */
  size: number;
}

type TableName = DateStyle | PeriodStyle;

/** The tables as they were first asked for: counting one takes as long as a hundred questions. */
const tables = new Map<TableName, Map<string, Table>>();

function tableOf(style: TableName, language: string): Table {
  let ofStyle = tables.get(style);
  if (ofStyle === undefined) {
    ofStyle = new Map();
    tables.set(style, ofStyle);
  }
  let table = ofStyle.get(language);
  if (table === undefined) {
    const key = `${style} ${language}`;
    texts[key] ??= {};
    const made = texts[key];
    table = { made, size: Object.keys(made).length };
    ofStyle.set(language, table);
  }
  return table;
}

/** Milliseconds. */
const MINUTE = 60_000;
/** Minutes. */
const DAY = 1440;

/** The instant as readers of `language` write it, in `zone`: "26 September 2023 at 10:15". */
export function formatInstant(
  instant: Instant,
  style: DateStyle,
  language: string,
  zone: string,
): string {
  // Nothing in these texts tells the zone, so that all follows from the local day and time.
  return localText(localMinute(instant, zone), style, language);
}

function localText(minute: number, style: DateStyle, language: string): string {
  const day = Math.floor(minute / DAY);
  const ofDay = minute - day * DAY;
  if (style === 'day-time') {
    const form = formIn(language);
    if (form === '') return formatterOf(style, language).format(minute * MINUTE);
    const [before, first, between, , after] = piecesOf(form);
    const date = localText(minute, 'day', language);
    const time = localText(minute, 'time', language);
    return first === 'D'
      ? before + date + between + time + after
      : before + time + between + date + after;
  }
  const table = tableOf(style, language);
  const key = style === 'time' ? ofDay : day;
  return table.made[key] ?? madeText(table, key, minute, style, language);
}

function madeText(
  table: Table,
  key: number,
  minute: number,
  style: DateStyle,
  language: string,
): string {
  return textFrom(table, key, () => formatterOf(style, language).format(minute * MINUTE));
}

/** Every page names the days of a dozen articles, most of them again and again. */
function textFrom(table: Table, key: string | number, make: () => string): string {
  const known = table.made[key];
  if (known !== undefined) return known;
  const text = make();
  if (table.size < MOST_TEXTS) {
    table.made[key] = text;
    table.size++;
  }
  return text;
}

/** Where the day and the time stand in a form. */
const PART = /\{([DT])\}/;

/** What stands before and after these, and which is the first. */
const piecesOf = recent(
  (form: string) => form.split(PART) as [string, 'D' | 'T', string, 'D' | 'T', string],
);

/** Days whose texts tell the form, in minutes. */
const SAMPLES = [29_000_355, 29_371_920];

/** How a language joins a day and a time: `{D} at {T}`. Empty if that is not all that it does. */
function formIn(language: string): string {
  const table = tableOf('day-time', language);
  table.made.form ??= formOf(language);
  return table.made.form;
}

function formOf(language: string): string {
  const forms = SAMPLES.map((minute) =>
    formatterOf('day-time', language)
      .format(minute * MINUTE)
      .replace(localText(minute, 'day', language), '{D}')
      .replace(localText(minute, 'time', language), '{T}'),
  );
  const [form = ''] = forms;
  const isOne =
    forms.every((one) => one === form) &&
    form.split(PART).length === 5 &&
    form.includes('{D}') &&
    form.includes('{T}');
  return isOne ? form : '';
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
  return textFrom(tableOf(style, language), path, () => {
    const [year = 0, month = 1, day = 1] = path.split('/').map(Number);
    const depth = path.split('/').length - 1;
    const key = `${style} ${depth} ${language}`;
    let formatter = periods.get(key);
    if (formatter === undefined) {
      formatter = new Intl.DateTimeFormat([...readersLocale(language)], {
        ...PERIODS[style][depth],
        timeZone: 'UTC',
        calendar: 'gregory',
        numberingSystem: 'latn',
      });
      periods.set(key, formatter);
    }
    return formatter.format(Date.UTC(year, month - 1, day));
  });
}
