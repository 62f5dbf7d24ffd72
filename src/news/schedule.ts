/** Time in the newsroom: what readers may see at an instant, and when that changes. */
import { compareText } from '../base/diagnostic.ts';
import type { Instant } from '../base/instant.ts';
import type { Article, DraftsOption } from './article.ts';
import type { FlatPage } from './flat-page.ts';

/** Something that will happen to the paper by itself. */
export type Event = { readonly at: Instant } & (
  | { readonly kind: EventKind; readonly article: Article }
  | { readonly kind: 'publish' | 'expire'; readonly article: FlatPage }
);

/** What decides when readers see an article, or a page. */
type Timed = Pick<Article, 'status' | 'published' | 'expires'>;

/**
 * An article appears, goes, leaves the strip of flash news or the news sitemap, or its page begins to
 * say that it was withdrawn.
 */
export type EventKind = 'publish' | 'expire' | 'flash-end' | 'news-end' | 'withdraw';

/** What counts as an event. */
export interface ScheduleOptions extends DraftsOption {
  /** True if there is a news sitemap, which articles leave. */
  readonly newsSitemap: boolean;
}

/** How long a news sitemap names an article: two days, in milliseconds (Google, "News sitemaps"). */
const RECENT = 2 * 86_400_000;

/** True if readers may see the article: publication passed, expiry not yet, neither draft nor withdrawn. */
export function isVisible(article: Timed, now: Instant, options: DraftsOption): boolean {
  if (article.status === 'withdrawn' || isSetAside(article, options)) return false;
  return article.published <= now && now < endOf(article);
}

/** True if the article's address says that it was withdrawn. */
export function isGone(article: Article, now: Instant): boolean {
  return article.status === 'withdrawn' && article.published <= now;
}

/** True if the article is a draft, and drafts do not count. */
export function isSetAside({ status }: Pick<Article, 'status'>, { drafts }: DraftsOption): boolean {
  return status === 'draft' && !drafts;
}

/** True if the article's item stands in the strip; asked of visible articles. */
export function isInStrip(article: Article, now: Instant): boolean {
  return article.flash.until !== null && now < article.flash.until;
}

/** True if a news sitemap names the article: the paper's own, of the last two days; asked of visible articles. */
export function isRecent(article: Article, now: Instant): boolean {
  return isOwn(article) && now < article.published + RECENT;
}

/** True if the original is the paper's own, and not another site's. */
export function isOwn({ canonical }: Article): boolean {
  return canonical === null;
}

/** The moment from which the article is gone; infinite if it stays. */
export function endOf({ expires }: Pick<Article, 'expires'>): number {
  return expires ?? Number.POSITIVE_INFINITY;
}

/** True if two articles may never be seen at the same time. */
export function areDisjoint(a: Article, b: Article): boolean {
  return endOf(a) <= b.published || endOf(b) <= a.published;
}

/** True if at some moment from `now` on readers see `a` and not `b`. As time passes it can only cease to be true. */
export function outlives(a: Timed, b: Timed | null, now: Instant): boolean {
  const from = Math.max(a.published, now);
  if (a.status !== 'published' || from >= endOf(a)) return false;
  return b?.status !== 'published' || from < b.published || endOf(a) > endOf(b);
}

/** All that will happen after `now`, the next first. */
export function upcoming(
  articles: Iterable<Article>,
  pages: readonly FlatPage[],
  now: Instant,
  options: ScheduleOptions,
): readonly Event[] {
  const events = pages.flatMap((page) => [...eventsOfPage(page, now, options)]);
  for (const article of articles) events.push(...eventsOf(article, now, options));
  return events.sort(
    (a, b) =>
      a.at - b.at ||
      compareText(a.kind, b.kind) ||
      compareText(a.article.address, b.article.address),
  );
}

/** What will happen to a page after `now`: it appears, or goes. */
export function* eventsOfPage(
  page: FlatPage,
  now: Instant,
  options: DraftsOption,
): Generator<Event> {
  const { published, expires } = page;
  if (isSetAside(page, options) || published >= endOf(page)) return;
  if (published > now) yield { at: published, kind: 'publish', article: page };
  if (expires !== null && expires > now) yield { at: expires, kind: 'expire', article: page };
}

/**
 * The earliest instant after `now` at which what readers see of an article differs; null if it never does by itself. One that is
 * replaced leaves no strip of flash news.
 */
export function earliestEvent(
  article: Article,
  now: Instant,
  options: ScheduleOptions,
  isReplaced: boolean,
): Instant | null {
  let next: Instant | null = null;
  for (const { at, kind } of eventsOf(article, now, options))
    if ((next === null || at < next) && !(isReplaced && kind === 'flash-end')) next = at;
  return next;
}

/**
 * A moment after which nothing happens to an article, by its numbers in the register: of nearly all it is long past.
 * No event may be later than this.
 */
export function lastMoment(published: number, expires: number, flashUntil: number): number {
  let last = published + RECENT;
  if (expires !== Number.POSITIVE_INFINITY && expires > last) last = expires;
  return flashUntil > last ? flashUntil : last;
}

/** True if the article, and any that is older, has left the news sitemap: its news is older than two days. */
export function isPastNews(published: number, now: Instant): boolean {
  return published + RECENT <= now;
}

function* eventsOf(article: Article, now: Instant, options: ScheduleOptions): Generator<Event> {
  const { published, expires, flash, status } = article;
  if (isSetAside(article, options)) return;
  if (status === 'withdrawn') {
    if (published > now) yield { at: published, kind: 'withdraw', article };
    return;
  }
  if (published >= endOf(article)) return;
  if (published > now) yield { at: published, kind: 'publish', article };
  const { until } = flash;
  if (until !== null && until > now && until > published && until < endOf(article))
    yield { at: until, kind: 'flash-end', article };
  const aged = (published + RECENT) as Instant;
  if (options.newsSitemap && isOwn(article) && aged > now && aged < endOf(article))
    yield { at: aged, kind: 'news-end', article };
  if (expires !== null && expires > now) yield { at: expires, kind: 'expire', article };
}
