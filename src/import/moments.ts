/** When a post was published and changed, as its file says it. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Instant, isInstantFault, readInstant } from '../base/instant.ts';
import { dateOf, type PostDate } from './post.ts';
import type { WxrRecord } from './wxr.ts';
import { shows } from './zone.ts';

/** The instant, as the file says it. */
export function instantOf(date: PostDate, zone: string): Instant | null {
  const reading = readInstant(written(date, zone), zone);
  return isInstantFault(reading) ? null : reading;
}

/** By the paper's clock, with the offset where that showed something else or is not clear. */
export function written(date: PostDate, zone: string): string {
  const { local, instant } = date;
  const short = local.replace(/:00$/, '');
  const reading = readInstant(local, zone);
  if (instant === null) {
    if (!isInstantFault(reading)) return short;
    // An hour that the clocks skip or repeat: of both readings the earlier one.
    return /Add the offset you mean: (\S+)/.exec(reading.help)?.[1] ?? `${local}Z`;
  }
  if (shows(zone, { local, instant }) && reading === instant) return short;
  const offset = (Date.parse(`${local}Z`) - instant) / 60_000;
  const isOffset = Math.abs(offset) <= 14 * 60 && offset % 15 === 0;
  if (!isOffset) return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  const size = Math.abs(offset);
  return `${short}${offset < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

/** When it was changed last, if that was later. */
export function updated(item: WxrRecord, first: Instant | null, zone: string): string | null {
  const modified = dateOf(item, 'wp:post_modified');
  const last = modified === null ? null : instantOf(modified, zone);
  if (modified === null || first === null || last === null) return null;
  return last < first + 60_000 ? null : written(modified, zone);
}

/** Of a post or a page that readers are to see, and that does not say when. */
export const dateFault = (item: WxrRecord, named: string): Diagnostic =>
  diagnostic(
    'import/date',
    item.place,
    `${named} has no date`,
    'It is a draft now. Write its date, and take out the line "draft: true".',
  );
