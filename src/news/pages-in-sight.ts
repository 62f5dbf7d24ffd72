/** Which of the paper's own pages readers see at an instant, where they are, and when that changes. */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import type { Instant } from '../base/instant.ts';
import { type Mark, markOf } from '../memo/mark.ts';
import type { DraftsOption } from './article.ts';
import type { FlatPage } from './flat-page.ts';
import { placeMarkOf } from './places.ts';
import { eventsOfPage, isSetAside, isVisible } from './schedule.ts';

/** Pages at a moment, in the order of their files. */
export interface PagesInSight {
  readonly visible: readonly FlatPage[];
  readonly hidden: readonly FlatPage[];
  /** The page of a file, if readers see it. */
  ofFile(path: Mark): FlatPage | null;
  /** The page that readers see at a place, or that was there before. */
  at(place: Mark): FlatPage | null;
  /** True if a page would be at a place that readers cannot see. */
  isHidden(place: Mark): boolean;
  /** When that differs by itself; null if never. */
  readonly nextChange: Instant | null;
}

/** Parts them at an instant. Pure. */
export function pagesInSight(
  pages: readonly FlatPage[],
  now: Instant,
  options: DraftsOption,
  /** What makes the file at a place, in words or as the file of a page; drafts make none. */
  makerAt: (place: Mark) => string | undefined,
): PagesInSight {
  const visible = pages.filter((page) => isVisible(page, now, options));
  const hidden = pages.filter((page) => !isVisible(page, now, options));
  const placesOf = (some: readonly FlatPage[]) =>
    new Map(
      some.flatMap((page) =>
        [...page.aliases, page.address].map((one) => [placeMarkOf(one), page] as const),
      ),
    );
  const files = new Map(visible.map((page) => [markOf(page.path), page]));
  const places = placesOf(visible);
  const hiddenPlaces = placesOf(hidden);
  const hiddenFiles = new Set(hidden.map(({ path }) => path));
  // Where a draft would be there may be a section, or a file.
  const isFree = (maker: string | undefined) => maker === undefined || hiddenFiles.has(maker);
  const moments = pages.flatMap((page) =>
    [...eventsOfPage(page, now, options)].map(({ at }) => at),
  );
  return {
    visible,
    hidden,
    ofFile: (path) => files.get(path) ?? null,
    at: (place) => places.get(place) ?? null,
    isHidden: (place) => hiddenPlaces.has(place) && !places.has(place) && isFree(makerAt(place)),
    nextChange: moments.length === 0 ? null : (Math.min(...moments) as Instant),
  };
}

/** Two pages that say to be versions of each other in one language, whatever the instant. */
export function versionFaults(
  pages: readonly FlatPage[],
  options: DraftsOption,
  /** Finds a text in the front matter of a file. */
  locate: (path: string, text: string) => Where,
): readonly Diagnostic[] {
  const first = new Map<string, FlatPage>();
  return pages.flatMap((page) => {
    if (page.translations === null || isSetAside(page, options)) return [];
    const key = `${page.language}\n${page.translations}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, page);
      return [];
    }
    return diagnostic(
      'article/translations',
      locate(page.path, page.translations),
      `"${page.translations}" is already the version of ${other.path} in ${page.language}`,
      'Each language has one version. Correct translations: or lang: in one of the two.',
    );
  });
}
