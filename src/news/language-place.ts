/**
 * What the place of a file says of its language. `articles/sq/bridge.md` and `articles/bridge.sq.md` are both the Albanian
 * version of `articles/bridge.md`, as Hugo has it, where `sq` is a language of the paper. The same of `pages/`.
 */
import type { Locale, Locales } from './locale.ts';

/** A file without what its place says of its language. */
export interface LanguagePlace {
  /** Null if it says none. */
  readonly locale: Locale | null;
  /** The path that a file of the main language would have. */
  readonly path: string;
}

export function languagePlace(path: string, locales: Locales): LanguagePlace {
  const [start, name] = [path.indexOf('/') + 1, path.lastIndexOf('/') + 1];
  const end = path.indexOf('/', start);
  const dot = path.lastIndexOf('.');
  const inner = path.lastIndexOf('.', dot - 1);
  const named = inner > name ? localeAt(path, inner + 1, dot, locales) : null;
  const whole = named === null ? path : path.slice(0, inner) + path.slice(dot);
  const folder = end < 0 ? null : localeAt(path, start, end, locales);
  return {
    locale: named ?? folder,
    path: folder === null ? whole : whole.slice(0, start) + whole.slice(end + 1),
  };
}

/** The language that a part of a path names. */
function localeAt(path: string, from: number, to: number, locales: Locales): Locale | null {
  for (const locale of locales) {
    const { language } = locale;
    if (language.length === to - from && isSame(path.slice(from, to), language)) return locale;
  }
  return null;
}

function isSame(text: string, language: string): boolean {
  return text.toLowerCase() === language.toLowerCase();
}

/**
 * What the versions of one article have in common by their places; null in a paper of one language. Versions that say
 * so themselves need no such place.
 */
export function versionKey(path: string, locales: Locales): string | null {
  if (locales.length < 2) return null;
  const { path: own } = languagePlace(path, locales);
  return own.slice(0, own.lastIndexOf('.'));
}
