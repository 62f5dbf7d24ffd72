/** What will happen to the paper by itself, as it is told when the store is closed. */
import type { Instant } from './base/instant.ts';
import type { ToldEvent } from './begin.ts';
import { type Event, upcoming } from './news/schedule.ts';
import type { Seen } from './stages/seeing.ts';

/** The next first. Flash news that a later item took over from leaves no strip when it ends. */
export function eventsOf(
  { articles, flatPages, edition, timing }: Seen,
  now: Instant,
): ToldEvent[] {
  return upcoming(articles, flatPages, now, timing)
    .filter(({ kind, article }) => kind !== 'flash-end' || edition.replacedBy(article) === null)
    .map(told);
}

function told({ at, kind, article: { path, address, title, published } }: Event): ToldEvent {
  return { at, kind, article: { path, address, title, published } };
}
