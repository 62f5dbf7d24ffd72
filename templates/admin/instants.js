/** Instants as articles write them, and as the form shows them: in the zone of the paper, with its offset. */

const WRITTEN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?)?$/i;

/** `2026-11-23T09:00:00+01:00`, whatever the form that an instant was written in; empty if it is none. */
export function shownInstant(text, timezone) {
  const found = WRITTEN.exec(text.trim());
  if (found === null) return '';
  const [year, month, day, hour, minute, second] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const offset = found[7] === undefined ? offsetAt(local, timezone) : minutesOf(found[7]);
  return inZone(local - offset * 60_000, timezone);
}

/** The same of a moment in milliseconds. */
function inZone(moment, timezone) {
  const offset = offsetOf(moment, timezone);
  const local = new Date(moment + offset * 60_000).toISOString().slice(0, 16);
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${local}:00${offset < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(minutes)}`;
}

function twoDigits(number) {
  return String(number).padStart(2, '0');
}

/** The minutes in `+01:00`, `-0500`, `+1` or `Z`. */
function minutesOf(offset) {
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
}

/** The offset of a zone at a local time, in minutes; the time is given as if it were UTC. */
function offsetAt(local, timezone) {
  const guess = offsetOf(local, timezone);
  return offsetOf(local - guess * 60_000, timezone);
}

/** Formats by zone: to make one takes as long as to read an article. */
const formats = new Map();

function offsetOf(moment, timezone) {
  const format =
    formats.get(timezone) ??
    new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' });
  formats.set(timezone, format);
  const parts = format.formatToParts(moment);
  return minutesOf(parts.find(({ type }) => type === 'timeZoneName').value.replace('GMT', ''));
}
