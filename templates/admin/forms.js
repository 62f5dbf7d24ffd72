/**
 * What a form shows of each kind of value, and what is written when it was changed. Articles have one thing in
 * several forms: a text or a list, an address or a record. `show` never fails: what it cannot show it shows as nothing,
 * and nothing is written for what was not changed.
 */
import { shownInstant } from './instants.js';

const YES = /^(true|yes|on|1)$/i;
const PARTS = ['alt', 'caption', 'credit', 'focus'];

/** By kind: `show(raw, paper)`, and `store(shown, raw, paper)`, which is undefined for nothing. */
export const FORMS = {
  text: { show: textOf, store: (shown) => shown || undefined },
  flag: { show: (raw) => YES.test(textOf(raw)), store: (shown) => shown === true },
  instant: { show: instantOf, store: instantFrom },
  digit: {
    show: (raw) => (/^\d$/.test(textOf(raw)) ? Number(textOf(raw)) : ''),
    store: (shown) => (isEmpty(shown) ? undefined : Number(shown)),
  },
  flash: {
    show: textOf,
    store: (shown) => (/^(true|false)$/.test(shown) ? shown === 'true' : shown || undefined),
  },
  choice: { show: choiceOf, store: (shown) => shown || undefined },
  texts: { show: listOf, store: textsFrom },
  image: { show: imageOf, store: imageFrom },
  corrections: { show: correctionsOf, store: correctionsFrom },
};

/** True for what a form leaves behind where nothing was filled in. */
export function isEmpty(value) {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

/** As slugs compare: without letter case, accents and what is no letter. */
export function folded(text) {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '');
  return bare.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
}

function textOf(raw) {
  return /^(string|number|boolean)$/.test(typeof raw) ? String(raw).trim() : '';
}

/** A list of texts; one text is a list of one, or of several with commas between where `raw` may be so. */
function listOf(raw, { separator } = {}) {
  const items = Array.isArray(raw)
    ? raw
    : separator === undefined
      ? [raw]
      : textOf(raw).split(separator);
  return items.map(textOf).filter((item) => item !== '');
}

function textsFrom(shown) {
  const items = (shown ?? [])
    .map((item) => String(item ?? '').trim())
    .filter((item) => item !== '');
  return items.length > 0 ? items : undefined;
}

/** Of a list the first that is one of the choices; each has other names. */
function choiceOf(raw, { choices }) {
  for (const item of listOf(raw)) {
    const found = choices.find(({ also }) => also.includes(folded(item)));
    if (found !== undefined) return found.value;
  }
  return '';
}

function instantOf(raw, { timezone }) {
  return shownInstant(textOf(raw), timezone);
}

function instantFrom(shown, _, { timezone }) {
  return shownInstant(textOf(shown), timezone).replace(/:00(?=[+-])/, '') || undefined;
}

function imageOf(raw) {
  const first = Array.isArray(raw) ? raw[0] : raw;
  const record = typeof first === 'object' ? (first ?? {}) : { src: first };
  const src = textOf(record.src) || textOf(record.url);
  return { src, ...Object.fromEntries(PARTS.map((part) => [part, textOf(record[part])])) };
}

/** An address alone where it was one and is one, else a record, which keeps what the form does not show. */
function imageFrom(shown, raw) {
  if (isEmpty(shown?.src)) return undefined;
  const [before, ...others] = itemsOf(raw);
  const filled = PARTS.filter((part) => !isEmpty(shown[part]));
  const whole = (image) => (others.length > 0 ? [image, ...others] : image);
  if (!isRecord(before) && filled.length === 0) return whole(shown.src);
  const record = { ...(isRecord(before) ? before : {}) };
  record['src' in record || !('url' in record) ? 'src' : 'url'] = shown.src;
  for (const part of PARTS) {
    if (filled.includes(part)) record[part] = shown[part];
    else delete record[part];
  }
  return whole(record);
}

function correctionsOf(raw, paper) {
  return itemsOf(raw)
    .filter(isRecord)
    .map(({ date, text }) => ({ date: instantOf(date, paper), text: textOf(text) }));
}

function itemsOf(raw) {
  return Array.isArray(raw) ? raw : isEmpty(raw) ? [] : [raw];
}

function isRecord(item) {
  return typeof item === 'object' && item !== null;
}

/** One that was not changed stays as it was written; the day of a new one is enough. */
function correctionsFrom(shown, raw, paper) {
  const records = itemsOf(raw).filter(isRecord);
  // What is no correction is not shown, and not for the form to take away.
  const others = itemsOf(raw).filter((item) => !isRecord(item));
  const before = correctionsOf(raw, paper).map((item) => JSON.stringify(item));
  const items = (shown ?? []).map(({ date, text }) => {
    const item = { date: shownInstant(textOf(date), paper.timezone), text: textOf(text) };
    const same = before.indexOf(JSON.stringify(item));
    return same < 0 ? { date: item.date.replace(/T00:00.*/, ''), text: item.text } : records[same];
  });
  const all = [...others, ...items];
  return all.length > 0 ? all : undefined;
}
