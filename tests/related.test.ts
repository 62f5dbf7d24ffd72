/** Related articles by tags: what an old article that goes may change on later pages. */
import { expect, test } from 'vitest';
import type { Article } from '../src/news/article.ts';
import { emptyColumns } from '../src/news/register-columns.ts';
import type { RegisteredNumbers } from '../src/news/registered.ts';
import { relatedByTags } from '../src/news/related.ts';

const TAGS = ['a', 'b'];

/** The n-th article with its tags; what related articles do not depend on is left out. */
function tagged(at: number, ...tags: string[]): Article {
  return { address: `/${at}/`, published: at, tags, row: at } as unknown as Article;
}

/** The numbers of articles of one language, each in its own row. */
function numbersOf(articles: readonly Article[]): RegisteredNumbers {
  const columns = emptyColumns(articles.length);
  const lists: number[] = [];
  for (const { row, published, tags } of articles) {
    columns.published[row] = published;
    columns.headline[row] = row;
    columns.from[row] = lists.length;
    columns.tags[row] = tags.length;
    lists.push(...tags.map((tag) => TAGS.indexOf(tag)));
  }
  const names = { sections: [null], series: [null], bylines: [], tags: TAGS, languages: ['en'] };
  return { columns: { ...columns, lists: new Uint32Array(lists) }, names };
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
    const register = numbersOf(oldestFirst);
    const pages = (articles: readonly Article[]) => {
      const related = relatedByTags(articles.toReversed(), register, '');
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
