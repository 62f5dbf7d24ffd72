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
  /** When that differs by itself; null if never. */
  readonly nextChange: Instant | null;
}

const ASIDE = FLAGS.draft | FLAGS.withdrawn;

/** Parts articles at an instant. Pure. */
export function sightOf(
  articles: readonly Article[],
  { flags, published, expires, flashUntil }: RegisterColumns,
  now: Instant,
  options: ScheduleOptions,
): Sight {
  const visible: Article[] = [];
  const hidden: Article[] = [];
  const seen = new Uint8Array(flags.length);
  let next: Instant | null = null;
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] as Article;
    const { row } = article;
    const from = published[row] as number;
    const end = expires[row] as number;
    const isPlain = ((flags[row] as number) & ASIDE) === 0 && end === Number.POSITIVE_INFINITY;
    if (isPlain ? from <= now : isVisible(article, now, options)) {
      visible.push(article);
      seen[row] = 1;
    } else hidden.push(article);
    if (lastMoment(from, end, flashUntil[row] as number) <= now) continue;
    const event = earliestEvent(article, now, options);
    if (event !== null && (next === null || event < next)) next = event;
  }
  return {
    visible,
    hidden,
    gone: hidden.filter((one) => isGone(one, now)),
    sees: ({ row }) => seen[row] === 1,
    nextChange: next,
  };
}

/**
 * The same moment as `Sight.nextChange`, of a sight where later flash news took the place of some: these leave no strip when their
 * time is over.
 */
export function nextChangeBut(
  replaced: ReadonlySet<Article>,
  articles: readonly Article[],
  { published, expires, flashUntil }: RegisterColumns,
  now: Instant,
  options: ScheduleOptions,
): Instant | null {
  let next: Instant | null = null;
  for (const article of articles) {
    const { row } = article;
    const [from, end] = [published[row] as number, expires[row] as number];
    if (lastMoment(from, end, flashUntil[row] as number) <= now) continue;
    const event = earliestEvent(article, now, options, replaced.has(article));
    if (event !== null && (next === null || event < next)) next = event;
  }
  return next;
}
