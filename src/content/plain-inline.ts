/** A text of Markdown with nothing but words, quotation marks, emphasis and links in it, as HTML (content/plain-markdown). */

/** Signs that are not written as they are read; a blank before a line end, of which two break the line. */
const SIGN = /[&<>"'*_[\\`~]| \n/g;

/** What a text has of them, as bits. */
const HAS = { special: 1, double: 2, single: 4, emphasis: 8, bracket: 16, more: 32 } as const;

/** Bits by the codes of signs. Those of more than this file writes, such as code, entities and pictures, are the others. */
const BITS = new Uint8Array(128).fill(HAS.more);
for (const [signs, bit] of [
  ['&<>', HAS.special],
  ['"', HAS.double],
  ["'", HAS.single],
  ['*_', HAS.emphasis],
  ['[', HAS.bracket],
] as const)
  for (const sign of signs) BITS[sign.charCodeAt(0)] = bit;

const AMPERSAND = 38;

/** What begins with an ampersand and may be an entity. */
const ENTITY = /[#A-Za-z0-9]/;

/** The bits of a text, found in one pass over it. */
function signsOf(text: string): number {
  let signs = 0;
  SIGN.lastIndex = 0;
  while (SIGN.test(text)) {
    const code = text.charCodeAt(SIGN.lastIndex - 1);
    signs |= BITS[code] as number;
    if (code === AMPERSAND && ENTITY.test(text.charAt(SIGN.lastIndex))) signs |= HAS.more;
    if ((signs & HAS.more) !== 0) break;
  }
  return signs;
}

// Each of the patterns below begins with its sign, which is quickly found, and looks back from there.

/** Between two letters it is an apostrophe, whatever else there is. */
const APOSTROPHE = /'(?<=[\p{L}\p{N}]')(?=[\p{L}\p{N}])/gu;

/** Quotation marks that can only open and only close, with no others and no emphasis between them. */
const QUOTED =
  /"(?<=(?:^|[ \n(])")(?=[\p{L}\p{N}])([^"'*_]*?(?:[\p{L}\p{N}](?="(?:$|[ \n.,;:!?)]))|[.,!?…](?="(?:$|[ \n]))))"/gu;

/** Emphasis whose marks can only open and only close (CommonMark 0.31.2, 6.2), with no other within it. */
const EMPHASIS =
  /(\*\*?|__?)(?<=(?:^|[ \n])\1)(?=[\p{L}\p{N}])([^*_]*?[\p{L}\p{N}])\1(?=$|[ \n.,;:!?)])/gu;

const EMPHASIZED = /[*_]/;

/** A link whose text is words alone, and whose address stays as it is: within the site, or of a host with a plain name. */
const LINK =
  /\[(?<!!\[)([^[\]\\`*_"'&<>~\n]+)\]\((?=[^)])((?:https?:\/\/(?:[a-z0-9-]{1,60}\.){1,3}[a-z]{2,20}(?=[/)]))?(?:\/[A-Za-z0-9_.-]+)*\/?)\)/g;

/** What stands for a link while the text around it is read; it is in no text that comes here. */
const HELD = '\u0001';

/** Stands around the address of a link within the site, and after its words: there the body is cut. */
export const CUT = '\u0001';

/** What such texts are written with. */
export interface InlineSettings {
  /** As `quotesOf` gives them; null leaves quotation marks, links and headings as CommonMark has them. */
  readonly quotes: readonly string[] | null;
  /** True if an address is another site's. */
  readonly isElsewhere: (target: string) => boolean;
}

/** A text as HTML. */
export interface PlainText {
  /** With `CUT`, address, `CUT`, words and `CUT` for each link within the site. */
  readonly html: string;
  /** The text, with its quotation marks. */
  readonly plain: string;
  /** True if it has a link within the site. */
  readonly isLinked: boolean;
}

/** The HTML of a text; null if there is more to it. */
export function plainInline(
  text: string,
  { quotes, isElsewhere }: InlineSettings,
): PlainText | null {
  const signs = signsOf(text);
  if (signs === 0) return { html: text, plain: text, isLinked: false };
  if ((signs & HAS.more) !== 0) return null;
  let plain = text;
  let isLinked = false;
  const links: { words: string; open: string; close: string }[] = [];
  if ((signs & HAS.bracket) !== 0) {
    plain = text.replace(LINK, (_, words: string, target: string) => {
      const isOther = isElsewhere(target);
      isLinked ||= !isOther;
      const rest = isOther && quotes !== null ? ' rel="external noopener"' : '';
      links.push(
        isOther
          ? { words, open: `<a href="${target}"${rest}>`, close: '</a>' }
          : { words, open: CUT + target + CUT, close: CUT },
      );
      return HELD;
    });
    if (plain.includes('[')) return null;
  }
  if (quotes !== null && (signs & (HAS.double | HAS.single)) !== 0) {
    if ((signs & HAS.single) !== 0) plain = plain.replace(APOSTROPHE, '’');
    if ((signs & HAS.double) !== 0)
      plain = plain.replace(QUOTED, (_, inside: string) => quotes[0] + inside + quotes[1]);
    if (plain.includes('"') || plain.includes("'")) return null;
  }
  let html = (signs & (HAS.special | HAS.double)) !== 0 ? escaped(plain) : plain;
  if ((signs & HAS.emphasis) !== 0 && EMPHASIZED.test(html)) {
    html = html.replace(EMPHASIS, (_, mark: string, inside: string) =>
      mark.length === 1 ? `<em>${inside}</em>` : `<strong>${inside}</strong>`,
    );
    if (EMPHASIZED.test(html)) return null;
  }
  if (links.length === 0) return { html, plain, isLinked };
  return {
    html: filled(
      html,
      links.map(({ words, open, close }) => open + words + close),
    ),
    plain: filled(
      plain,
      links.map(({ words }) => words),
    ),
    isLinked,
  };
}

/** A text with others in the places that are held for them. */
function filled(text: string, others: readonly string[]): string {
  const pieces = text.split(HELD);
  let whole = pieces[0] ?? '';
  for (let at = 0; at < others.length; at++) whole += `${others[at]}${pieces[at + 1]}`;
  return whole;
}

/** A text that `plainInline` took, without the marks of its emphasis. */
export function withoutEmphasis(plain: string): string {
  return plain.replaceAll('*', '').replaceAll('_', '');
}

function escaped(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
