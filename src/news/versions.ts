/** Articles that are one in several languages. */
import { type Mark, NO_MARK } from '../memo/mark.ts';
import type { Article } from './article.ts';
import type { RegisteredNumbers } from './registered.ts';

/** The versions of one article in several languages, by what they share. */
export function versionsOf(
  articles: readonly Article[],
  { columns: { translation } }: RegisteredNumbers,
): ReadonlyMap<Mark, readonly Article[]> {
  const byKey = new Map<Mark, Article[]>();
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] as Article;
    const key = translation[article.row] as Mark;
    if (key === NO_MARK) continue;
    const versions = byKey.get(key);
    if (versions === undefined) byKey.set(key, [article]);
    else versions.push(article);
  }
  return byKey;
}
