/** Articles that are one in several languages. */
import { compareText } from '../base/diagnostic.ts';
import { type Mark, NO_MARK } from '../memo/mark.ts';
import { markIndex } from '../memo/mark-index.ts';
import type { Article } from './article.ts';
import type { RegisteredNumbers } from './registered.ts';

/**
 * The versions of one article in several languages, by what they share: two or more, of each language the first one.
 * Where only their places say so there may be two.
 */
export function versionsOf(
  articles: readonly Article[],
  { columns: { translation } }: RegisteredNumbers,
): ReadonlyMap<Mark, readonly Article[]> {
  const first = markIndex(articles.length);
  const byKey = new Map<Mark, Article[]>();
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] as Article;
    const key = translation[article.row] as Mark;
    if (key === NO_MARK) continue;
    const other = first.get(key);
    if (other < 0) {
      first.set(key, at);
      continue;
    }
    const versions = byKey.get(key) ?? [articles[other] as Article];
    if (versions.every(({ language }) => language !== article.language)) versions.push(article);
    byKey.set(key, versions);
  }
  return byKey;
}

/** The other versions of an article that is one of them, by language; none if another stands for its language. */
export function othersOf(versions: readonly Article[], article: Article): readonly Article[] {
  if (versions.every(({ row }) => row !== article.row)) return [];
  return versions
    .filter(({ row }) => row !== article.row)
    .sort((a, b) => compareText(a.language, b.language));
}
