/** The way to an article, or to a section: the sections of which it is a part. */
import { recent } from '../base/recent.ts';
import { type Mark, markOfData, NO_MARK } from '../memo/mark.ts';
import type { Article } from '../news/article.ts';
import type { LocalEdition } from '../news/local-edition.ts';
import { type Section, slugsUpwards } from '../news/section.ts';

/** Of one language. */
export interface Around {
  /** The desk first; empty for articles of a desk, and for those of no section. */
  of(article: Article): readonly Section[];
  /** Those of which a section is a part; empty for a desk. */
  above(section: Section): readonly Section[];
  /** Stands for what readers are told of those around an article. */
  mark(article: Article): Mark;
}

export function around({ sections }: Pick<LocalEdition, 'sections'>): Around {
  const above = recent((slug: string): readonly Section[] => {
    const [, ...wholes] = slugsUpwards(slug).map((one) => sections.find((s) => s.slug === one));
    return wholes.reverse().filter((one) => one !== undefined);
  });
  const markOf = recent((slug: string) => markOfData(above(slug)));
  return {
    of: ({ section }) => (section === null || section.parent === null ? [] : above(section.slug)),
    above: ({ slug }) => above(slug),
    mark: ({ section }) =>
      section === null || section.parent === null ? NO_MARK : markOf(section.slug),
  };
}
