/** One post of an export of WordPress, as far as a paper can use it. */
import { type Instant, isInstantFault, readInstant } from '../base/instant.ts';
import { textOf } from '../content/html-text.ts';
import { type WxrRecord, withoutControls } from './wxr.ts';

/** The text of an element on one line: without tags, and with entities as what they mean. */
export function lineOf(record: WxrRecord, name: string): string {
  return plain(record.text(name));
}

/** A text on one line. What its entities mean may be what no file can hold. */
export function plain(text: string): string {
  return withoutControls(textOf(text))
    .replace(/<[a-z/][^<>]*>/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What WordPress kept under a key beside the post; empty if it has none. */
export function metaOf({ meta }: WxrRecord, key: string): string {
  return meta.get(key)?.[0]?.trim() ?? '';
}

/**
 * What tells it from all others, also where it stands in several exports: its number, and the first address that WordPress
 * gave it, which it keeps. What has no number is told by its place.
 */
export function identityOf(record: WxrRecord): string {
  const id = record.text('wp:post_id').trim();
  const { file, line, column } = record.place;
  if (/^0*$/.test(id)) return `${file}:${line}:${column}`;
  return `${id} ${record.text('guid').trim() || record.text('link').trim()}`;
}

/** When it was changed last, as text that sorts; empty where the export does not tell. */
export function changeOf(record: WxrRecord): string {
  return (record.text('wp:post_modified_gmt') || record.text('wp:post_modified')).trim();
}

/** Its part of addresses: `sulmi-ne-banjske`, also where it is percent-encoded. */
export function postName(record: WxrRecord): string {
  return decoded(record.text('wp:post_name').trim());
}

/** A text without percent-encoding; as it is where that is none. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An instant as WordPress keeps it: by the clock of the paper, and what that was in UTC. */
export interface PostDate {
  /** `2024-06-05T16:04:48`. */
  readonly local: string;
  /** Null where WordPress does not tell, as of drafts. */
  readonly instant: Instant | null;
}

/** `2024-06-05 16:04:48`; what was never set is `0000-00-00 00:00:00`. */
const STAMP = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?/;

/** A date of a post, `wp:post_date` or `wp:post_modified`; null if it has none, or none that is in the calendar. */
export function dateOf(
  record: WxrRecord,
  name: 'wp:post_date' | 'wp:post_modified',
): PostDate | null {
  const utc = stamp(record.text(`${name}_gmt`));
  const reading = utc === null ? null : readInstant(`${utc}Z`, 'UTC');
  const instant = reading === null || isInstantFault(reading) ? null : reading;
  const local = stamp(record.text(name));
  if (local !== null) return { local, instant };
  return instant === null ? null : { local: utc as string, instant };
}

function stamp(text: string): string | null {
  const found = STAMP.exec(text.trim());
  if (found === null) return null;
  const local = `${found[1]}T${found[2]}${found[3] ?? ':00'}`;
  return isInstantFault(readInstant(`${local}Z`, 'UTC')) ? null : local;
}

/** What becomes of a post: an article, one that nobody sees yet, or nothing. */
export type Fate = 'published' | 'draft' | 'none';

/** By its status; what is private or needs a password must not become public. */
export function fateOf(record: WxrRecord): Fate {
  switch (record.text('wp:status').trim()) {
    case 'publish':
    case 'future':
    case '':
      return record.text('wp:post_password').trim() === '' ? 'published' : 'draft';
    case 'trash':
    case 'auto-draft':
    case 'inherit':
      return 'none';
    default:
      return 'draft';
  }
}
