/** What there is to tell of a page: what it is made of, why it was made, and where its article is seen. */
import type { Instant } from '../base/instant.ts';
import type { Address } from '../base/paths.ts';
import type { Mark } from '../memo/mark.ts';
import type { Article } from '../news/article.ts';
import type { FlatPage } from '../news/flat-page.ts';
import { placeMarkOf } from '../news/places.ts';
import { endOf } from '../news/schedule.ts';
import { type Planned, partName } from '../pages/page.ts';
import { calledBy } from '../render/template-marks.ts';
import type { Theme } from '../render/theme.ts';
import { type Asked, nearest } from './asking.ts';
import { historyOf, type Next, type Reason, type Standing } from './history.ts';
import { type PageFacts, type PageKeys, pageKeys, plannedPages } from './making.ts';

/** The answer about one page. */
export interface Answer {
  /** Null if there is no such page. */
  readonly address: Address | null;
  /** The file of the article or page that it is about. */
  readonly file: string | null;
  /** Null if it is not to be there. */
  readonly page: PageAnswer | null;
  /** Null if readers see the article or page, or it is none. */
  readonly hidden: Hidden | null;
  /** Why the file that stands was made last; null if none stands. */
  readonly last: Reason | null;
  readonly next: Next;
  /** The other pages that are made from the article; null if readers do not see it, or it is none. */
  readonly reach: { readonly count: number; readonly first: readonly Address[] } | null;
  /** What may have been meant, if there is no such page. */
  readonly nearest: readonly string[];
}

/** A page that is to be there. */
export interface PageAnswer {
  readonly kind: Planned['kind'];
  /** What it is made of: an article's file, or the kind of page in words. */
  readonly maker: string;
  /** The file of its template, and the names of those that it calls; null for files without one. */
  readonly template: { readonly file: string; readonly calls: readonly string[] } | null;
  /** The slices that it declares, as they are told. */
  readonly slices: readonly string[];
  /** What its key is made of. */
  readonly parts: readonly string[];
}

/** Why readers cannot see an article or a page: since when, or until when, as far as that is known. */
export interface Hidden {
  readonly state: 'draft' | 'embargo' | 'expired' | 'withdrawn' | 'fault';
  readonly since: Instant | null;
  readonly until: Instant | null;
}

/** How many of the pages that an article reaches are named. */
const NAMED = 20;

/** What an answer is found in. */
export interface Sight {
  readonly pages: PageFacts;
  /** The pages that are made from the article, by the keys of all. */
  reach(keys: readonly Mark[]): Iterable<Planned>;
  /** Articles and pages with an address of their own. */
  readonly known: readonly (Article | FlatPage)[];
  readonly now: Instant;
  readonly standing: Standing;
  /** The files of articles and pages. */
  readonly files: readonly string[];
}

/** The answer to what was asked; `article` is the article or page that is meant. */
export function answerTo(asked: Asked, article: Article | FlatPage | null, sight: Sight): Answer {
  const { pages, known, now, standing, files } = sight;
  const { edition } = pages;
  const isArticle = article !== null && 'row' in article;
  const isSeen =
    article !== null &&
    (isArticle ? edition.articles.includes(article) : edition.flatPages.includes(article));
  const wanted = asked.kind === 'address' ? asked.address : null;
  const at = article?.address ?? wanted;
  const place = at === null ? null : placeMarkOf(at);
  const keys: Mark[] = [];
  let planned: Planned | null = null;
  for (const one of plannedPages(pages)) {
    keys.push(one.key());
    if (one.place === place) planned = one;
  }
  // Where a hidden article would be, another may be seen.
  const isOthers = isArticle && !isSeen && planned?.kind === 'article';
  const own = isOthers ? null : planned;
  const row = place === null || isOthers ? -1 : standing.manifest.find(place);
  const leftOut =
    asked.kind === 'file' && article === null && files.includes(asked.path) ? asked.path : null;
  const isKnown = own !== null || article !== null || leftOut !== null || row >= 0;

  const reached =
    isSeen && isArticle ? [...sight.reach(keys)].filter((one) => one.place !== place) : null;
  const hidden = isSeen || article === null ? null : hiddenAt(article, known, now);
  return {
    address: own?.make().address ?? article?.address ?? (row < 0 ? null : wanted),
    file: article?.path ?? leftOut,
    page: own === null ? null : pageAnswer(own, pageKeys(pages), pages.theme),
    hidden: leftOut === null ? hidden : { state: 'fault', since: null, until: null },
    ...historyOf(row, own, standing, pageKeys(pages)),
    reach: reached && {
      count: reached.length,
      first: reached.slice(0, NAMED).map((one) => one.make().address),
    },
    nearest: isKnown ? [] : nearestTo(asked, sight),
  };
}

function nearestTo(asked: Asked, { pages, files }: Sight): readonly string[] {
  if (asked.kind === 'elsewhere') return [];
  if (asked.kind === 'file') return nearest(asked.path, files);
  return nearest(
    asked.address,
    [...plannedPages(pages)].map((one) => one.make().address),
  );
}

function pageAnswer(planned: Planned, keys: PageKeys, { templates }: Theme): PageAnswer {
  const { kind, maker, slices } = planned.make();
  const file = templates.get(kind)?.file;
  const calls = calledBy(kind, templates).filter((name) => name !== kind);
  return {
    kind,
    maker,
    template: file === undefined ? null : { file, calls },
    slices: slices.map(({ name }) => partName(name)),
    parts: keys.parts(planned).map(([name]) => name),
  };
}

function hiddenAt(
  article: Article | FlatPage,
  addressed: readonly (Article | FlatPage)[],
  now: Instant,
): Hidden {
  const { status, published, expires } = article;
  const nothing = { since: null, until: null };
  if (!addressed.includes(article)) return { state: 'fault', ...nothing };
  if (status === 'draft') return { state: 'draft', ...nothing };
  if (status === 'withdrawn') return { state: 'withdrawn', ...nothing };
  return endOf(article) <= now
    ? { state: 'expired', since: expires, until: null }
    : { state: 'embargo', since: null, until: published };
}
