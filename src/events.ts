/** What will happen to the paper by itself, after what readers see now. */
import type { Instant } from './base/instant.ts';
import type { ToldEvent } from './begin.ts';
import { type Event, upcoming } from './news/schedule.ts';
import type { Seen } from './stages/seeing.ts';

/** The next first. Flash news that a later item took over from leaves no strip when it ends. */
export function eventsAfter({ articles, flatPages, edition, timing }: Seen, now: Instant): Event[] {
  return upcoming(articles, flatPages, now, timing).filter(
    ({ kind, article }) => kind !== 'flash-end' || edition.replacedBy(article) === null,
  );
}

/** The same, as it is told when the store is closed. */
export function eventsOf(seen: Seen, now: Instant): ToldEvent[] {
  return eventsAfter(seen, now).map(told);
}

function told({ at, kind, article: { path, address, title, published } }: Event): ToldEvent {
  return { at, kind, article: { path, address, title, published } };
}
