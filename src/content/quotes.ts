/** Quotation marks by language: outer opening and closing, inner opening and closing (Unicode CLDR). */
const QUOTES: Readonly<Record<string, readonly [string, string, string, string]>> = {
  bg: ['„', '“', '‚', '‘'],
  bs: ['„', '”', '‘', '’'],
  cs: ['„', '“', '‚', '‘'],
  da: ['“', '”', '‘', '’'],
  de: ['„', '“', '‚', '‘'],
  el: ['«', '»', '“', '”'],
  en: ['“', '”', '‘', '’'],
  es: ['«', '»', '“', '”'],
  fi: ['”', '”', '’', '’'],
  fr: ['«\u202f', '\u202f»', '“', '”'],
  hr: ['„', '”', '‚', '’'],
  hu: ['„', '”', '»', '«'],
  it: ['«', '»', '“', '”'],
  mk: ['„', '“', '’', '‘'],
  nb: ['«', '»', '‘', '’'],
  no: ['«', '»', '‘', '’'],
  pl: ['„', '”', '«', '»'],
  ro: ['„', '”', '«', '»'],
  ru: ['«', '»', '„', '“'],
  sk: ['„', '“', '‚', '‘'],
  sl: ['„', '“', '‚', '‘'],
  sr: ['„', '“', '‘', '’'],
  sv: ['”', '”', '’', '’'],
  uk: ['«', '»', '„', '“'],
};

/** The quotation marks of a language tag (BCP 47); English ones where the language is not listed. */
export function quotesOf(language: string): string[] {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  return [...(QUOTES[primary] ?? QUOTES.en ?? [])];
}
