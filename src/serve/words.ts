/** How long a text is. */

/** Words that people read silently in a minute: the mean of 190 studies (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const A_MINUTE = 238;

/** The words of a text of HTML, and how many minutes it takes to read it. */
export function lengthOf(html: string, language: string): { words: number; minutes: number } {
  const text = html.replace(/<[^>]*>/g, ' ').replace(/&[a-z]+;|&#\d+;/gi, ' ');
  // Not all scripts set blanks between words.
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++;
  return { words, minutes: Math.ceil(words / A_MINUTE) };
}
