/** Flash news: the kicker that an article keeps, and the time its item stands in the strip on fronts. */
import type { Instant } from '../base/instant.ts';

/** What makes an article flash news. */
export interface FlashSettings {
  /** The tag that marks breaking news. */
  readonly tag: string;
  /** How long an item stands in the strip, in milliseconds. */
  readonly lifetime: number;
}

/** `flash:` in the front matter: yes, no, or the moment at which the item leaves the strip. */
export type FlashField = boolean | Instant | null;

/** An article's flash: whether its page bears the kicker, and until when it is in the strip. */
export interface Flash {
  readonly kicker: boolean;
  /** Null if it is never in the strip. */
  readonly until: Instant | null;
}

/** `flash: false` takes an item out of the strip; the tag keeps the kicker on its page. */
export function flashOf(
  field: FlashField,
  tags: readonly string[],
  published: Instant,
  settings: FlashSettings,
): Flash {
  const tagged = tags.includes(settings.tag);
  const kicker = tagged || (field !== null && field !== false);
  if (!kicker || field === false) return { kicker, until: null };
  const until = typeof field === 'number' ? field : published + settings.lifetime;
  return { kicker, until: until as Instant };
}
