/** The edition: all that readers may see at one instant. Pages are made from it and from nothing else. */
import { compareText } from '../base/diagnostic.ts';
import type { Instant } from '../base/instant.ts';
import type { Address } from '../base/paths.ts';
import type { Article, DraftsOption, LeftOut } from './article.ts';
import { railAt } from './rail.ts';
import { attachmentAddress, filesOf, readReference, type Shelf } from './reference.ts';
import { isInStrip, isVisible, nextChange } from './schedule.ts';
import { distinctSections, type Section } from './section.ts';

/** What `edit` needs beside the articles. */
export interface EditSettings extends DraftsOption {
  /** Declared sections; null if articles bring their own. */
  readonly sections: readonly Section[] | null;
  readonly shelf: Shelf;
  /** Articles that are left out for a fault; their files are hidden with them. */
  readonly leftOut: readonly LeftOut[];
}

/** What a link or a picture of an article has become for readers. */
export interface Resolved {
  readonly address: Address;
  /** Query and fragment, as written. */
  readonly suffix: string;
}

/** All that readers may see at one instant. Nothing in it tells of a hidden article. */
export interface Edition {
  /** Newest first; ties by address. */
  readonly articles: readonly Article[];
  /** The sections with a front, in the order of the navigation. */
  readonly sections: readonly Section[];
  /** A section's articles, newest first. */
  inSection(section: Section): readonly Article[];
  /** Flash news in its time, newest first. */
  readonly strip: readonly Article[];
  /** The "Latest news" of an article's page: articles in its language. */
  rail(article: Article, size: number): readonly Article[];
  /** Where a reference leads; null if readers cannot go there. */
  resolve(article: Article, target: string): Resolved | null;
  /** Files beside the articles that readers may see. */
  readonly attachments: readonly string[];
  /** Files of `public/` that only hidden articles refer to. */
  readonly withheld: ReadonlySet<string>;
  /** When the edition will differ by itself; null if never. */
  readonly nextChange: Instant | null;
}

/** Makes the edition of an instant. Pure. */
export function edit(
  all: readonly Article[],
  now: Instant,
  { sections, shelf, drafts, leftOut }: EditSettings,
): Edition {
  const articles = all
    .filter((article) => isVisible(article, now, { drafts }))
    .sort((a, b) => b.published - a.published || compareText(a.address, b.address));
  const visible = new Map(articles.map((article) => [article.path, article]));
  const visibleAddresses = new Set(articles.map(({ address }) => address));
  const hiddenAddresses = new Set(
    all
      .filter(({ address }) => !visibleAddresses.has(address))
      .map(({ address }) => address.toLowerCase()),
  );
  const bySection = groupBy(articles, (article) => article.section?.slug ?? null);
  const byLanguage = groupBy(articles, (article) => article.language);
  const position = new Map<Article, number>();
  for (const list of byLanguage.values())
    for (const [at, article] of list.entries()) position.set(article, at);
  const files = fileUse([...all, ...leftOut], visible, shelf);

  return {
    articles,
    sections: sections ?? distinctSections(articles.flatMap(({ section }) => section ?? [])),
    inSection: ({ slug }) => bySection.get(slug) ?? [],
    strip: articles.filter((article) => isInStrip(article, now)),
    rail: (article, size) =>
      railAt(byLanguage.get(article.language) ?? [], position.get(article) ?? 0, size),
    resolve(article, text) {
      const target = readReference(article.path, text, shelf);
      switch (target.kind) {
        case 'article': {
          const other = visible.get(target.path);
          return other === undefined ? null : { address: other.address, suffix: target.suffix };
        }
        case 'attachment':
          return { address: attachmentAddress(target.file), suffix: target.suffix };
        case 'address':
          return hiddenAddresses.has(target.address.toLowerCase())
            ? null
            : { address: target.address, suffix: target.suffix };
        case 'missing':
          return null;
      }
    },
    attachments: [...files.visible].filter((file) => shelf.attachments.has(file)).sort(),
    withheld: new Set([...files.hidden].filter((file) => !files.visible.has(file))),
    nextChange: nextChange(all, now, { drafts }),
  };
}

/** Files that visible articles refer to, and those that hidden ones do. */
function fileUse(
  all: readonly LeftOut[],
  visible: ReadonlyMap<string, Article>,
  shelf: Shelf,
): { visible: Set<string>; hidden: Set<string> } {
  const use = { visible: new Set<string>(), hidden: new Set<string>() };
  for (const article of all) {
    const seen = visible.has(article.path) ? use.visible : use.hidden;
    for (const file of filesOf(article, shelf)) seen.add(file);
  }
  return use;
}

function groupBy<K>(
  articles: readonly Article[],
  keyOf: (article: Article) => K | null,
): Map<K, Article[]> {
  const groups = new Map<K, Article[]>();
  for (const article of articles) {
    const key = keyOf(article);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [article]);
    else group.push(article);
  }
  return groups;
}
