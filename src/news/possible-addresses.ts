/** Where an article may be that is left out because its time, or something near it, cannot be read. */
import { isInstantFault, readInstant } from '../base/instant.ts';
import type { Address } from '../base/paths.ts';
import type { Document } from '../content/document.ts';
import { daysInText } from '../content/mentions.ts';
import { addressOf } from './address.ts';
import type { NewsSettings } from './article.ts';
import type { FieldName } from './fields.ts';
import { FieldReader } from './reader.ts';
import type { Section } from './section.ts';

/** What its addresses are made of beside the day; `prefix` is that of its language. */
interface Parts {
  readonly slug: string;
  readonly section: Section | null;
  readonly prefix: string;
}

/**
 * Its address on each of the days, which are as they are written: one may be that of its publication, and links to it are to be words
 * until then.
 */
export function addressesOnDays(
  document: Pick<Document, 'path' | 'fields'>,
  days: readonly string[],
  { slug, section, prefix }: Parts,
  { timezone, own, fieldNames, permalink }: NewsSettings,
): readonly Address[] {
  // What is wrong with them was told of the article, or is not known.
  const read = new FieldReader<FieldName>(document, fieldNames, timezone);
  return days.flatMap((day) => {
    const instant = readInstant(day, timezone);
    // Of 26 o'clock the day is left.
    const published = isInstantFault(instant) ? readInstant(day.slice(0, 10), timezone) : instant;
    if (isInstantFault(published)) return [];
    const parts = { published, section, permalink: prefix + permalink, timezone, own };
    return addressOf(read, slug, parts) ?? [];
  });
}

/** The days that stand in the values of its front matter, whatever their keys. */
export function daysInFields({ fields }: Pick<Document, 'fields'>): readonly string[] {
  return daysInText([...fields.values()].map(({ written }) => written ?? '').join('\n'));
}
