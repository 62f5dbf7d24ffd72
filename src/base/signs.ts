/** Signs that look like others: spaces that are none, marks that do not show at all, and typographic quotation marks. */

/** As Unicode 16 names them. */
const NAMES: Readonly<Record<string, string>> = {
  '\u00a0': 'no-break space',
  '\u00ad': 'soft hyphen',
  '\u061c': 'Arabic letter mark',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u2009': 'thin space',
  '\u202f': 'narrow no-break space',
  '\u2060': 'word joiner',
  '\u3000': 'ideographic space',
  '\ufeff': 'byte-order mark',
};

/** Those of them that are as wide as a space, as the inside of a character class. */
export const WIDE = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';

/** These and those that do not show, as the inside of a character class; not the joiners, which words of some scripts need. */
export const UNSEEN = `${WIDE}\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff`;

export const UNSEEN_SIGN = new RegExp(`[${UNSEEN}]`);

/** `a no-break space (U+00A0)` */
export function nameOfSign(sign: string): string {
  const point = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const isWide = new RegExp(`^[${WIDE}]`).test(sign);
  const name = NAMES[sign] ?? (isWide ? 'wide space' : 'sign that does not show');
  return `${/^[AEIOU]/i.test(name) ? 'an' : 'a'} ${name} (${point})`;
}

/** The typographic quotation marks of the languages that we know of, each with those that close it. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '”': '”',
  '«': '»',
  '»': '«',
  '‘': '’',
  '‚': '‘’',
  '’': '’',
  '‹': '›',
  '›': '‹',
};

/** The typographic quotation mark with which a text begins; null if it begins with none. */
export function typographicMark(text: string): string | null {
  return CLOSING[text[0] ?? ''] === undefined ? null : (text[0] ?? null);
}

/** A text without the typographic quotation marks around it, if they are around all of it. */
export function withoutMarks(text: string): string {
  const closing = CLOSING[text[0] ?? ''] ?? '';
  const inside = text.slice(1, -1);
  const isWhole = closing.includes(text.at(-1) ?? ' ') && !inside.includes(text[0] ?? '');
  return text.length > 2 && isWhole ? inside : text;
}
