/** Flash news: the kicker that an article keeps, and the time its item stands in the strip on fronts. */
import type { Instant } from '../base/instant.ts';
import { slugify } from '../base/slug.ts';
import { type FieldReader, flagIn } from './reader.ts';

/** What makes an article flash news. */
export interface FlashSettings {
  /** The tag that marks breaking news. */
  readonly tag: string;
  /** How long an item stands in the strip, in milliseconds. */
  readonly lifetime: number;
  /** How many items the strip has at most. */
  readonly max: number;
}

/** `flash:` in the front matter: yes, no, or the moment at which the item leaves the strip. */
export type FlashField = boolean | Instant | null;

/** An article's flash: whether its page bears the kicker, and until when it is in the strip. */
export interface Flash {
  readonly kicker: boolean;
  /** Null if it is never in the strip. */
  readonly until: Instant | null;
  /** The moment that the article itself gives for it; null if it gives none. */
  readonly given: Instant | null;
}

/** Reads `flash:`. */
export function readFlash(read: FieldReader<'flash'>): FlashField {
  const field = read.find('flash');
  if (field === null) return null;
  const text = field.written?.trim() ?? '';
  if (/^\d{4}-/.test(text)) return read.instantIn(field, text);
  const flag = flagIn(text);
  if (flag !== null) return flag !== field.negated;
  return read.fault(
    'article/value',
    field,
    `"${field.key}" is neither true, false nor an instant`,
    `Write ${field.key}: true, ${field.key}: false, or when it leaves the strip: ${field.key}: 2026-11-24T08:00.`,
  );
}

/** True for the tag that marks breaking news, also as `Flash News` or `flashnews`: readers would see no other tag in it. */
export function isFlashTag(tag: string, flashTag: string): boolean {
  if (tag === flashTag) return true;
  // Nearly all tags are quite other words, of another length or with another first letter.
  if (Math.abs(tag.length - flashTag.length) > MOST_HYPHENS) return false;
  const [one, other] = [tag.charCodeAt(0), flashTag.charCodeAt(0)];
  if (one < 0x80 && other < 0x80 && (one | 0x20) !== (other | 0x20) && isLetter(one)) return false;
  const letters = lettersOf(tag);
  return letters !== '' && letters === lettersOf(flashTag);
}

const MOST_HYPHENS = 4;

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

function lettersOf(tag: string): string {
  return slugify(tag).replaceAll('-', '');
}

/** `flash: false` takes an item out of the strip; the tag keeps the kicker on its page. */
export function flashOf(
  field: FlashField,
  tags: readonly string[],
  published: Instant,
  settings: FlashSettings,
): Flash {
  const tagged = tags.some((tag) => isFlashTag(tag, settings.tag));
  const kicker = tagged || (field !== null && field !== false);
  if (!kicker || field === false) return { kicker, until: null, given: null };
  const given = typeof field === 'number' ? field : null;
  return { kicker, until: given ?? ((published + settings.lifetime) as Instant), given };
}
