/** Values of front matter and of site.yaml as they are written into files. */
import { type Instant, isoLocal } from '../base/instant.ts';

/** An instant with the zone's offset, to the minute. */
export function minutes(instant: Instant, timezone: string): string {
  return isoLocal(instant, timezone).replace(/:\d\d(?=[+-])/, '');
}

const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} '’()/-]*$/u;
const WORDS = /^(true|false|yes|no|on|off|null|y|n)$/i;

/** A text as a YAML scalar: as it is where that is safe, else in double quotes. */
export function scalar(text: string): string {
  const trimmed = text.trim();
  return PLAIN.test(trimmed) && !WORDS.test(trimmed) ? trimmed : JSON.stringify(trimmed);
}

/** Texts as a YAML list on one line. */
export function list(items: readonly string[]): string {
  return `[${items.map(scalar).join(', ')}]`;
}

/** The same without those that differ by letter case only; null if there are none. */
export function listed(items: readonly string[]): string | null {
  const own = [...new Map(items.map((item) => [item.toLowerCase(), item])).values()];
  return own.length === 0 ? null : list(own);
}
