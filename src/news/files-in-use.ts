/** The files of the paper that readers need, and those that only what is hidden refers to. */
import type { Shelf } from '../content/shelf.ts';
import type { Article } from './article.ts';
import { filesOf, type Referrer } from './reference.ts';
import { filesReferredTo } from './reference-marks.ts';
import type { RegisterColumns } from './register-columns.ts';

/** Who refers to files: articles that readers see, those that they do not, and others. */
export interface Referrers {
  readonly visible: readonly Article[];
  readonly hidden: readonly Article[];
  readonly columns: RegisterColumns;
  /** People of the paper who have a page, and those who have none. */
  readonly shown: readonly Referrer[];
  /** With articles that are left out for a fault. */
  readonly unseen: readonly Referrer[];
}

/** Files beside the articles to publish, and those of `public/` to withhold. `ownFiles` are shown by the paper itself. */
export function filesInUse(
  { visible, hidden, columns, shown, unseen }: Referrers,
  shelf: Shelf,
  ownFiles: readonly string[],
): { attachments: readonly string[]; withheld: ReadonlySet<string> } {
  const names = (articles: readonly Article[], others: readonly Referrer[]) => {
    const files = new Set(others.flatMap((one) => filesOf(one, shelf)));
    for (const number of filesReferredTo(articles, columns, shelf))
      if (number >= 0) files.add(shelf.nameAt(number));
    return files;
  };
  const seen = names(visible, shown);
  for (const file of ownFiles) seen.add(file);
  return {
    attachments: [...seen].filter((file) => shelf.attachments.has(file)).sort(),
    withheld: new Set([...names(hidden, unseen)].filter((file) => !seen.has(file))),
  };
}
