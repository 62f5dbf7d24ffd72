/** The most characters (graphemes, as a reader counts) that breadcrumbs and small cards have room for. */
const SHORT_HEADLINE = 80;

/**
 * Signs of which each is a grapheme wherever it stands among others of them (Unicode Standard Annex #29, 3.1.1):
 * no mark, joiner or line end. Nearly all headlines in the Latin, Greek or Cyrillic script have no others.
 */
const SIMPLE = /^[ -\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027]*$/;

/** Made for the first text that needs it: it takes twenty milliseconds. */
let graphemes: Intl.Segmenter | null = null;

/**
 * The headline cut at the last space within `room` graphemes, without an ellipsis; a headline that
 * fits stays as it is, and one without a space is cut within its word.
 */
export function cutHeadline(headline: string, room = SHORT_HEADLINE): string {
  // A grapheme has one UTF-16 unit or more.
  if (headline.length <= room) return headline;
  const end = SIMPLE.test(headline.slice(0, room + 1)) ? room : endOf(headline, room);
  if (end === headline.length || headline[end] === ' ') return headline.slice(0, end).trimEnd();
  const space = headline.lastIndexOf(' ', end - 1);
  return headline.slice(0, space > 0 ? space : end).trimEnd();
}

/** Where the first `room` graphemes end. */
function endOf(text: string, room: number): number {
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  let count = 0;
  for (const { index } of graphemes.segment(text)) if (count++ === room) return index;
  return text.length;
}

/** A text cut like a headline, with an ellipsis where something was cut. */
export function cutSummary(text: string, room = 220): string {
  const cut = cutHeadline(text, room);
  return cut === text ? text : `${cut.replace(/[\s.,;:–—-]+$/, '')}…`;
}
