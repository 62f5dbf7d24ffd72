/**
 * What articles say of one another by slug, file or address: the flash item that one takes the place
 * of, and articles on the same subject. Found over all articles that are not drafts, whatever the instant.
 */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import { once } from '../base/once.ts';
import { type Address, address, addressFault, folderOf, joinWithin } from '../base/paths.ts';
import { NO_MARK } from '../memo/mark.ts';
import type { Article, DraftsOption } from './article.ts';
import { FLAGS, type RegisterColumns } from './register-columns.ts';
import { areDisjoint, isSetAside } from './schedule.ts';

/** The articles that others name. Keys and values are the same objects as in the list they were made from. */
export interface Relations {
  /** The article whose place in the strip another takes. */
  readonly replaced: ReadonlyMap<Article, Article>;
  /** The articles on the same subject that an author named. */
  readonly related: ReadonlyMap<Article, readonly Article[]>;
}

/** Resolves what articles say of one another. */
export function relate(
  articles: readonly Article[],
  columns: RegisterColumns,
  options: DraftsOption,
  aliasesOf: (article: Article) => readonly Address[],
  /** Finds a text in an article's file. */
  locate: (path: string, text: string) => Where,
): Relations & { diagnostics: readonly Diagnostic[] } {
  const naming: Article[] = [];
  const versions: Article[] = [];
  const names = FLAGS.replaces | FLAGS.related;
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] as Article;
    const { row } = article;
    if (((columns.flags[row] as number) & names) !== 0) naming.push(article);
    if (columns.translation[row] !== NO_MARK) versions.push(article);
  }
  const isKnown = (one: Article) => !isSetAside(one, options);
  // Most papers have none that name others, and all would have to be read.
  const found = once(() => finder(articles.filter(isKnown), aliasesOf));
  const find = (from: Article, text: string) => found()(from, text);
  const diagnostics: Diagnostic[] = [];
  const replaced = new Map<Article, Article>();
  const related = new Map<Article, readonly Article[]>();
  const drafts = once(() =>
    finder(
      articles.filter((one) => !isKnown(one)),
      () => [],
    ),
  );
  const fault = (code: 'article/replaces' | 'article/related', from: Article, text: string) => {
    const [problem, help] =
      drafts()(from, text) === null
        ? [
            'is no other article',
            'Write the slug, the address or the file of one: kfor-first-report, /2023/09/26/kfor/, ../rajoni/kfor.md.',
          ]
        : [
            'is a draft',
            'Publish it, with an embargo if it has to wait, or take this out until then.',
          ];
    diagnostics.push(diagnostic(code, locate(from.path, text), `"${text}" ${problem}`, help));
  };
  for (const article of naming.filter(isKnown)) {
    if (article.replaces !== null) {
      const other = find(article, article.replaces);
      if (other === null) fault('article/replaces', article, article.replaces);
      else replaced.set(article, other);
    }
    if (article.related !== null) {
      const others = article.related.flatMap((text) => {
        const other = find(article, text);
        if (other === null) fault('article/related', article, text);
        return other ?? [];
      });
      related.set(article, [...new Set(others)]);
    }
  }
  for (const article of circles(replaced)) {
    diagnostics.push(
      diagnostic(
        'article/replaces',
        locate(article.path, article.replaces ?? ''),
        `${article.path} would replace itself in the end`,
        'Of articles that replace one another the first has no line replaces:.',
      ),
    );
    replaced.delete(article);
  }
  diagnostics.push(...translationFaults(versions.filter(isKnown), locate));
  return { replaced, related, diagnostics };
}

/** Finds an article by slug (of several the newest), file or address, as written in another one. */
function finder(
  articles: readonly Article[],
  aliasesOf: (article: Article) => readonly Address[],
): (from: Article, text: string) => Article | null {
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const byName = new Map<string, Article>();
  const oldestFirst = [...articles].sort((a, b) => a.published - b.published);
  for (const article of oldestFirst)
    for (const alias of aliasesOf(article)) byName.set(alias.toLowerCase(), article);
  for (const article of oldestFirst)
    byName.set(article.slug, article).set(article.address.toLowerCase(), article);
  return (from, text) => {
    const file = text.startsWith('/articles/')
      ? text.slice(1)
      : joinWithin(folderOf(from.path), text);
    const place: Address | null =
      text.startsWith('/') && addressFault(text) === null ? address(text) : null;
    const found =
      byPath.get(text) ?? byPath.get(file ?? '') ?? byName.get((place ?? text).toLowerCase());
    return found === undefined || found === from ? null : found;
  };
}

/** One article of each circle of replacements. */
function circles(replaced: ReadonlyMap<Article, Article>): Article[] {
  const done = new Set<Article>();
  const found: Article[] = [];
  for (const start of replaced.keys()) {
    const way = new Set<Article>();
    let at: Article | undefined = start;
    while (at !== undefined && !done.has(at) && !way.has(at)) {
      way.add(at);
      at = replaced.get(at);
    }
    if (at !== undefined && way.has(at)) found.push(at);
    for (const one of way) done.add(one);
  }
  return found;
}

/** Two versions of one article in one language at one time: readers of another could not be sent to either. */
function translationFaults(
  articles: readonly Article[],
  locate: (path: string, text: string) => Where,
): Diagnostic[] {
  const versions = new Map<string, Article[]>();
  for (const article of articles) {
    if (article.status === 'withdrawn') continue;
    const key = `${article.translationMark}\n${article.language}`;
    const others = versions.get(key);
    if (others === undefined) versions.set(key, [article]);
    else others.push(article);
  }
  const found: Diagnostic[] = [];
  // What only its place makes a version may have the name of another.
  for (const [first, ...rest] of versions.values())
    for (const article of rest)
      if (first !== undefined && article.translations !== null && !areDisjoint(first, article))
        found.push(
          diagnostic(
            'article/translations',
            locate(article.path, article.translations ?? ''),
            `${first.path} is already the version of "${article.translations}" in the language "${article.language}"`,
            'Give one of the two its own language with a line lang:, or another key.',
          ),
        );
  return found;
}

/** By each article whose place in the strip was taken the newest of those that took it. */
export function replacersOf(
  newestFirst: readonly Article[],
  { replaced }: Relations,
): ReadonlyMap<Article, Article> {
  const replacers = new Map<Article, Article>();
  if (replaced.size === 0) return replacers;
  for (const article of newestFirst) {
    const other = replaced.get(article);
    if (other !== undefined && !replacers.has(other)) replacers.set(other, article);
  }
  return replacers;
}
