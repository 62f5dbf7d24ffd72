/** The most characters (graphemes, as a reader counts) that breadcrumbs and small cards have room for. */
const SHORT_HEADLINE = 80;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The headline cut at the last space within `room` graphemes, without an ellipsis; a headline that
 * fits stays as it is, and one without a space is cut within its word.
 */
export function cutHeadline(headline: string, room = SHORT_HEADLINE): string {
  // A grapheme has one UTF-16 unit or more.
  if (headline.length <= room) return headline;
  let end = headline.length;
  let count = 0;
  for (const { index } of graphemes.segment(headline)) {
    if (count++ === room) {
      end = index;
      break;
    }
  }
  if (end === headline.length || headline[end] === ' ') return headline.slice(0, end).trimEnd();
  const space = headline.lastIndexOf(' ', end - 1);
  return headline.slice(0, space > 0 ? space : end).trimEnd();
}

/** A text cut like a headline, with an ellipsis where something was cut. */
export function cutSummary(text: string, room = 220): string {
  const cut = cutHeadline(text, room);
  return cut === text ? text : `${cut.replace(/[\s.,;:–—-]+$/, '')}…`;
}
