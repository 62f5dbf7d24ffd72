/** Related articles by tags: what an old article that goes may change on later pages. */
import { expect, test } from 'vitest';
import type { Article } from '../src/news/article.ts';
import { relatedByTags } from '../src/news/related.ts';

/** The n-th article with its tags; what related articles do not depend on is left out. */
function tagged(at: number, ...tags: string[]): Article {
  const mark = { row: at, headlineMark: at };
  return { address: `/${at}/`, language: 'en', published: at, tags, ...mark } as unknown as Article;
}

test('the same few pages, however many articles share its tags', () => {
  // Two tags as common as one another, and now and then a page that asks which of them says more: an
  // article less of one of them must not tip the scales at every later page.
  const shifted = (blocks: number): number => {
    const oldestFirst: Article[] = [];
    for (let block = 0; block < blocks; block++) {
      for (let pair = 0; pair < 55; pair++)
        for (const tag of ['a', 'b']) oldestFirst.push(tagged(oldestFirst.length, tag));
      oldestFirst.push(tagged(oldestFirst.length, 'a', 'b'));
    }
    const pages = (articles: readonly Article[]) => {
      const related = relatedByTags(articles.toReversed(), '');
      return articles.map((one) =>
        related
          .of(one)
          .map(({ address }) => address)
          .join(' '),
      );
    };
    const before = pages(oldestFirst).slice(1);
    const after = pages(oldestFirst.slice(1));
    return after.filter((one, at) => one !== before[at]).length;
  };
  expect(shifted(40)).toBe(shifted(20));
  expect(shifted(40)).toBeLessThanOrEqual(4);
});
