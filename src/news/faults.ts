/**
 * Faults that show only when the articles are seen together. They are found over all articles that
 * are not drafts, whatever the instant: none may first appear because time passed.
 */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import type { Address } from '../base/paths.ts';
import type { Mark } from '../memo/mark.ts';
import { markIndex } from '../memo/mark-index.ts';
import type { Article, DraftsOption } from './article.ts';
import type { FlatPage } from './flat-page.ts';
import { placeMarkOf } from './places.ts';
import { FLAGS, type RegisterColumns } from './register-columns.ts';
import { areDisjoint, isSetAside } from './schedule.ts';

/** Addresses that are not for articles. */
export interface Reserved {
  /** What stands at the place of an address (news/places), in words. */
  at(place: Mark): string | undefined;
  /** What an address may belong to one day, in words; asked of those of which `mayBeLater` is true. */
  later(address: Address): string | undefined;
}

/** What is wrong with the addresses of articles, and what holds in spite of it. */
export interface Addressed {
  /** Those that keep their address. */
  readonly alone: readonly Article[];
  readonly clashing: readonly Article[];
  /** The former addresses that are an article's own. */
  readonly aliasesOf: (article: Article) => readonly Address[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Articles that would be published at an address that is another's at that time, or reserved, and
 * those that keep theirs: of two the one that is published first. A former address that is taken is
 * reported and left out.
 */
export function addressFaults(
  articles: readonly Article[],
  columns: RegisterColumns,
  reserved: Reserved,
  options: DraftsOption,
): Addressed {
  const found: Diagnostic[] = [];
  const clashing = new Set<Article>();
  // The page that says that an article was withdrawn makes room for any article, but for nothing else.
  const isLiving = ({ status }: Article) => status !== 'withdrawn';
  if (haveOwnPlaces(articles, columns, reserved, options))
    return { alone: articles, clashing: [], aliasesOf: () => [], diagnostics: [] };
  const counted = articles.filter((one) => !isSetAside(one, options));
  const owners = ownersOf(counted.length);
  const former = articles.filter(({ hasAliases }) => hasAliases);
  for (const article of counted.toSorted((a, b) => a.published - b.published)) {
    const { placeMark } = article;
    const taken =
      reserved.at(placeMark) ?? (article.mayBeLater ? reserved.later(article.address) : undefined);
    const earlier = isLiving(article) ? owners.rivalOf(article, placeMark) : null;
    if (taken === undefined && earlier === null) {
      if (isLiving(article)) owners.add(article, placeMark);
      continue;
    }
    clashing.add(article);
    found.push(
      diagnostic(
        'article/address',
        article.path,
        `its address ${article.address} is also that of ${taken ?? earlier?.path}`,
        taken === undefined
          ? SHARED
          : 'Give the article another address with a line slug: or permalink:.',
      ),
    );
  }
  const alone = clashing.size === 0 ? articles : articles.filter((one) => !clashing.has(one));
  const taken = new Map<Article, readonly Address[]>();
  for (const article of former.toSorted((a, b) => Number(isLiving(b)) - Number(isLiving(a)))) {
    if (clashing.has(article) || isSetAside(article, options)) continue;
    const others = article.aliases.filter((alias) => {
      const place = placeMarkOf(alias);
      const other =
        reserved.at(place) ?? reserved.later(alias) ?? owners.rivalOf(article, place)?.path;
      if (other === undefined) owners.add(article, place);
      else if (isLiving(article)) found.push(aliasFault(article.path, alias, other));
      return other !== undefined;
    });
    if (others.length > 0) taken.set(article, others);
  }
  const aliasesOf = (article: Article) => {
    const others = taken.get(article);
    return others === undefined
      ? article.aliases
      : article.aliases.filter((alias) => !others.includes(alias));
  };
  return { alone, clashing: [...clashing], aliasesOf, diagnostics: found };
}

const SHARED =
  'Give one of the two another slug: a line slug: in its front matter, or another file name. If one is to follow the other, let the first expire when the second is published.';

/**
 * True if each article has one place, which nobody else wants at any time, as nearly always; then none has to be
 * read.
 */
function haveOwnPlaces(
  articles: readonly Article[],
  { flags, place }: RegisterColumns,
  reserved: Reserved,
  options: DraftsOption,
): boolean {
  const taken = markIndex(articles.length);
  const isUnusual = FLAGS.later | FLAGS.aliases;
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] as Article;
    const own = flags[article.row] as number;
    if ((own & isUnusual) !== 0) return false;
    if ((own & FLAGS.draft) !== 0 && isSetAside(article, options)) continue;
    const wanted = place[article.row] as Mark;
    if (taken.get(wanted) >= 0 || reserved.at(wanted) !== undefined) return false;
    taken.set(wanted, 0);
  }
  return true;
}

/** Who has which place. Nearly every place has one owner, so that no list is made for it. */
function ownersOf(size: number) {
  const first = markIndex(size);
  const owners: Article[] = [];
  const more = new Map<Mark, Article[]>();
  return {
    add(article: Article, place: Mark): void {
      if (first.get(place) < 0) first.set(place, owners.push(article) - 1);
      else more.set(place, [...(more.get(place) ?? []), article]);
    },
    /** Another article that has the place at a time at which this one wants it. */
    rivalOf(article: Article, place: Mark): Article | null {
      const owner = owners[first.get(place)];
      const all = owner === undefined ? [] : [owner, ...(more.get(place) ?? [])];
      return all.find((one) => one !== article && !areDisjoint(one, article)) ?? null;
    },
  };
}

/** The fault of a former address that is somebody else's. */
export function aliasFault(where: Where, alias: Address, other: string): Diagnostic {
  return diagnostic(
    'article/address',
    where,
    `its former address ${alias} is that of ${other}`,
    'Remove it from its aliases, or give the other another address.',
  );
}

/** The files that are left out of the edition for a fault: of those read or faulty, all but those that are `kept`; sorted. */
export function heldBack(
  diagnostics: readonly Diagnostic[],
  read: readonly Article[],
  kept: readonly Article[],
  pages: readonly FlatPage[],
): readonly string[] {
  const faulty = diagnostics.filter(({ severity }) => severity === 'error');
  // Of a hundred thousand without a fault none has to be named.
  if (faulty.length === 0 && read.length === kept.length) return [];
  const paths = new Set([...kept, ...pages].map(({ path }) => path));
  const files = new Set([...faulty.map(({ file }) => file), ...read.map(({ path }) => path)]);
  return [...files].filter((file) => !paths.has(file)).sort();
}
