/**
 * Which articles readers see at an instant, and when that changes. Of a hundred thousand, numbers tell what is plain; the
 * rules (news/schedule) are asked about the others.
 */
import type { Instant } from '../base/instant.ts';
import type { Article } from './article.ts';
import { FLAGS, type RegisterColumns } from './register-columns.ts';
import { earliestEvent, isGone, isVisible, lastMoment, type ScheduleOptions } from './schedule.ts';

/** Articles of a moment. All lists are in the order in which the articles were given. */
export interface Sight {
  readonly visible: readonly Article[];
  readonly hidden: readonly Article[];
  /** Those whose address says that they were withdrawn; hidden, too. */
  readonly gone: readonly Article[];
  /** True if readers see the article. */
  sees(article: Article): boolean;
}

const ASIDE = FLAGS.draft | FLAGS.withdrawn;

/** Parts articles at an instant. Pure. */
export function sightOf(
  articles: readonly Article[],
  { flags, published, expires }: RegisterColumns,
  now: Instant,
  options: ScheduleOptions,
): Sight {
  const visible: Article[] = [];
  const hidden: Article[] = [];
  const seen = new Uint8Array(flags.length);
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] as Article;
    const { row } = article;
    const isPlain =
      ((flags[row] as number) & ASIDE) === 0 && expires[row] === Number.POSITIVE_INFINITY;
    if (isPlain ? (published[row] as number) <= now : isVisible(article, now, options)) {
      visible.push(article);
      seen[row] = 1;
    } else hidden.push(article);
  }
  return {
    visible,
    hidden,
    gone: hidden.filter((one) => isGone(one, now)),
    sees: ({ row }) => seen[row] === 1,
  };
}

/** When what readers see of articles differs by itself; null if never. */
export function nextChangeOf(
  articles: readonly Article[],
  { published, expires, flashUntil }: RegisterColumns,
  now: Instant,
  options: ScheduleOptions,
  /** True of flash news whose place another took: it leaves no strip when its time is over. */
  isReplaced: (article: Article) => boolean,
): Instant | null {
  let next: Instant | null = null;
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] as Article;
    const { row } = article;
    const last = lastMoment(
      published[row] as number,
      expires[row] as number,
      flashUntil[row] as number,
    );
    if (last <= now) continue;
    const event = earliestEvent(article, now, options, isReplaced(article));
    if (event !== null && (next === null || event < next)) next = event;
  }
  return next;
}
