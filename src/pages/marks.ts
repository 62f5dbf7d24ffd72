/** What stands for parts of articles in pages: made of numbers that articles have at hand, where that is possible. */
import { type Mark, markOf, mix, mixInto, NO_MARK } from '../memo/mark.ts';
import type { Article } from '../news/article.ts';
import type { Edition } from '../news/edition.ts';
import { railAt } from '../news/rail.ts';

/** Marks of what pages show of articles. */
export interface Marks {
  /** Of the rails of articles, by their places in a list. */
  rails(newestFirst: readonly Article[], size: number): (at: number) => Mark;
  /** Of items of a rail. */
  headlines(articles: readonly Article[]): Mark;
  /** Of items of a front. */
  cards(articles: readonly Article[]): Mark;
  /** Of an article's picture, and of where its text leads. */
  references(article: Article): Mark;
  /** Of what a sitemap says of articles. */
  entries(articles: readonly Article[]): Mark;
  /** Of the whole article, as feeds show it. */
  stories(articles: readonly Article[]): Mark;
  /** Of the articles on the same subject. */
  related(article: Article): Mark;
  /** Of the other versions of the article, and of the one that took its place. */
  others(article: Article): Mark;
}

/** Marks are whole numbers below this, and so are sums of them. */
const RANGE = 2 ** 52;

export function marksOf(edition: Edition): Marks {
  const headlines = (articles: readonly Article[]) => {
    let row = articles.length as Mark;
    for (const article of articles) row = mixInto(row, article.headlineMark);
    return row;
  };
  const { all: references, picture } = edition.references;
  return {
    rails(newestFirst, size) {
      // The sum of the marks before each place. That of a stretch is a difference; its order is that of the list.
      const sums = new Float64Array(newestFirst.length + 1);
      for (let at = 0, sum = 0; at < newestFirst.length; at++) {
        sum += (newestFirst[at] as Article).headlineMark;
        if (sum >= RANGE) sum -= RANGE;
        sums[at + 1] = sum;
      }
      return (at) => {
        const to = at + 1 + size;
        // Nearly all have enough before them.
        if (to > newestFirst.length) return headlines(railAt(newestFirst, at, size));
        const sum = (sums[to] as number) - (sums[at + 1] as number);
        return mixInto(size, sum < 0 ? sum + RANGE : sum);
      };
    },
    headlines,
    references,
    cards(articles) {
      let row = articles.length as Mark;
      for (const article of articles) {
        row = mixInto(mixInto(row, article.cardMark), picture(article));
        row = mixInto(row, Number(edition.isFlash(article)) as Mark);
      }
      return row;
    },
    entries(articles) {
      let row = articles.length as Mark;
      for (const article of articles) {
        row = mixInto(mixInto(row, article.addressMark), article.changed);
        // Where one of the paper's own leads depends on what lies there.
        if (article.imageMark !== NO_MARK)
          row = mixInto(mixInto(row, article.imageMark), picture(article));
      }
      return row;
    },
    stories(articles) {
      let row = articles.length as Mark;
      for (const article of articles) {
        row = mixInto(mixInto(row, article.contentMark), references(article));
        // An entry is known by the file of its article, whatever its address.
        row = mixInto(row, article.pathMark);
      }
      return row;
    },
    related: (article) => edition.relatedMark(article),
    others(article) {
      const replacer = edition.replacedBy(article);
      if (replacer === null && article.translationMark === NO_MARK) return NO_MARK;
      const versions = edition.translations(article);
      if (replacer === null && versions.length === 0) return NO_MARK;
      const links = versions.flatMap(({ addressMark, language, canonical }) => [
        addressMark,
        markOf(language),
        Number(canonical === null),
      ]);
      return mix(headlines(replacer === null ? [] : [replacer]), ...links);
    },
  };
}
