/**
 * Which pages are made from an article: those whose keys would be others if it said something else. The edition is
 * planned with another headline, another summary, another text and another time of its last change, and nothing is made.
 */
import { type Mark, mixInto } from '../memo/mark.ts';
import type { Memo } from '../memo/memo.ts';
import type { Article } from '../news/article.ts';
import { pieceOf, type Register, register as registerOf } from '../news/register.ts';
import type { StoredEntry } from '../news/registered.ts';
import type { Planned } from '../pages/page.ts';
import { type PageFacts, plannedPages } from './making.ts';
import type { Reading } from './reading.ts';
import { type Facts, see } from './seeing.ts';

/** The pages, in the order of the plan, whose key is not that of `before` at the same place of the plan. */
export function* reachOf(
  article: Pick<Article, 'row'>,
  before: readonly Mark[],
  facts: Facts,
  pages: Omit<PageFacts, 'edition' | 'theme'>,
  memo: Pick<Memo, 'heap'>,
  reads: Pick<Reading, 'locateValue'>,
): Generator<Planned> {
  const { edition } = see({ ...facts, register: saysOther(facts.register, article, memo) }, reads);
  let number = 0;
  for (const one of plannedPages({ ...pages, edition }))
    if (one.key() !== before[number++]) yield one;
}

/** The register in which an article says something else, at the same address and of the same date. */
function saysOther(
  { columns, names, locales }: Register,
  { row }: Pick<Article, 'row'>,
  { heap }: Pick<Memo, 'heap'>,
): Register {
  const own = pieceOf(columns, row).offset;
  const other = (column: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
    const copy = column.slice();
    copy[row] = mixInto(1, column[row] ?? 0);
    return copy;
  };
  const marked = {
    ...columns,
    headline: other(columns.headline),
    card: other(columns.card),
    content: other(columns.content),
    modified: other(columns.modified),
  };
  // Slices that have no marks of their own read what it says.
  return registerOf(marked, names, locales, {
    ...heap,
    get(piece) {
      const entry = heap.get(piece) as StoredEntry;
      if (piece.offset !== own || !entry.article) return entry;
      const { article } = entry;
      return { ...entry, article: { ...article, title: `${article.title}, or not` } };
    },
  });
}
