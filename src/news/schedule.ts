/** Time in the newsroom: what readers may see at an instant, and when that changes. */
import type { Instant } from '../base/instant.ts';
import type { Article, DraftsOption } from './article.ts';

/** True if readers may see the article: publication passed, expiry not yet, neither draft nor withdrawn. */
export function isVisible(article: Article, now: Instant, options: DraftsOption): boolean {
  if (article.status === 'withdrawn' || (article.status === 'draft' && !options.drafts))
    return false;
  return article.published <= now && (article.expires === null || now < article.expires);
}

/** True if the article's item stands in the strip; asked of visible articles. */
export function isInStrip(article: Article, now: Instant): boolean {
  return article.flash.until !== null && now < article.flash.until;
}

/** True if two articles may never be seen at the same time. */
export function areDisjoint(a: Article, b: Article): boolean {
  const ends = (first: Article, second: Article) =>
    first.expires !== null && first.expires <= second.published;
  return ends(a, b) || ends(b, a);
}

/** The earliest instant after `now` at which what readers see differs; null if it never does by itself. */
export function nextChange(
  articles: Iterable<Article>,
  now: Instant,
  options: DraftsOption,
): Instant | null {
  let next: Instant | null = null;
  const consider = (instant: Instant | null): void => {
    if (instant !== null && instant > now && (next === null || instant < next)) next = instant;
  };
  for (const article of articles) {
    if (article.status === 'withdrawn' || (article.status === 'draft' && !options.drafts)) continue;
    if (article.expires !== null && article.expires <= now) continue;
    consider(article.published);
    consider(article.expires);
    if (article.published <= now) consider(article.flash.until);
  }
  return next;
}
