/** What is known of an article whose file cannot be read: what it seems to refer to, and where it may be. */
import type { Address } from '../base/paths.ts';
import type { Reference } from '../content/document.ts';
import { dayInName, slugOf } from './address.ts';
import type { NewsSettings } from './article.ts';
import type { FieldName } from './fields.ts';
import { languagePlace } from './language-place.ts';
import { addressesOnDays } from './possible-addresses.ts';
import { FieldReader } from './reader.ts';
import { readReference } from './reference.ts';
import type { LeftOut } from './to-article.ts';

/** What stands in a file, whatever its form (content/mentions). */
export interface Mentions {
  readonly references: readonly Reference[];
  /** Days and instants, as they are written. */
  readonly days: readonly string[];
}

/**
 * Its addresses are those of its name on each day that it mentions, and all that stand in it: one of these may be its own, and
 * links to it are to be words as before. Of a section in its address nothing is known.
 */
export function unreadArticle(
  path: string,
  { references, days }: Mentions,
  settings: NewsSettings,
): LeftOut {
  const { locale, path: place } = languagePlace(path, settings.locales);
  const nothing = { path, fields: new Map() };
  const slug = slugOf(new FieldReader<FieldName>(nothing, settings.fieldNames, ''), place);
  const inName = dayInName(place);
  const byName = addressesOnDays(
    nothing,
    inName === null ? days : [inName, ...days],
    { slug, section: null, prefix: (locale ?? settings.locales[0]).prefix },
    settings,
  );
  const addresses = [...new Set([...byName, ...addressesIn(path, references)])];
  return { path, references, image: null, addresses };
}

const NO_FILES = { attachments: new Set<string>(), publicFiles: new Set<string>() };

/** The addresses within the site among references. */
export function addressesIn(path: string, references: readonly Reference[]): readonly Address[] {
  return references.flatMap(({ target }) => {
    const meant = readReference(path, target, NO_FILES);
    return meant.kind === 'address' ? [meant.address] : [];
  });
}
