/** A text of Markdown with nothing but words, quotation marks, emphasis and links in it, as HTML (content/plain-markdown). */

/** Signs of more than that, such as pictures, code and entities; a blank before a line end, of which two break the line. */
const MORE = /[\\`[~]|&[#A-Za-z0-9]| \n/;

/** Signs that are not written as they are read. */
const SIGN = /[&<>"'*_[\\`~]| \n/;

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

/** What such texts are written with. */
export interface InlineSettings {
  /** As `quotesOf` gives them; null leaves quotation marks, links and headings as CommonMark has them. */
  readonly quotes: readonly string[] | null;
  /** True if an address is another site's. */
  readonly isElsewhere: (target: string) => boolean;
}

/** A text as HTML. */
export interface PlainText {
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
  if (!SIGN.test(text)) return { html: text, plain: text, isLinked: false };
  let plain = text;
  let isLinked = false;
  const links: { words: string; open: string }[] = [];
  if (text.includes('['))
    plain = text.replace(LINK, (_, words: string, target: string) => {
      const isOther = isElsewhere(target);
      isLinked ||= !isOther;
      const rest = isOther && quotes !== null ? ' rel="external noopener"' : '';
      links.push({ words, open: `<a href="${target}"${rest}>` });
      return HELD;
    });
  if (MORE.test(plain)) return null;
  if (quotes !== null) {
    if (plain.includes("'")) plain = plain.replace(APOSTROPHE, '’');
    if (plain.includes('"'))
      plain = plain.replace(QUOTED, (_, inside: string) => quotes[0] + inside + quotes[1]);
    if (plain.includes('"') || plain.includes("'")) return null;
  }
  let html = escaped(plain);
  if (EMPHASIZED.test(html)) {
    html = html.replace(EMPHASIS, (_, mark: string, inside: string) =>
      mark.length === 1 ? `<em>${inside}</em>` : `<strong>${inside}</strong>`,
    );
    if (EMPHASIZED.test(html)) return null;
  }
  for (const { words, open } of links) {
    html = html.replace(HELD, () => `${open}${words}</a>`);
    plain = plain.replace(HELD, () => words);
  }
  return { html, plain, isLinked };
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
