/** The paper in one language: what all its pages are made from, and the slices that many of them share. */
import { recent } from '../base/recent.ts';
import { CONFIG_FILE } from '../content/discover.ts';
import { type Mark, markOfData } from '../memo/mark.ts';
import type { Article } from '../news/article.ts';
import { type Period, yearsOf } from '../news/calendar.ts';
import type { Edition } from '../news/edition.ts';
import type { LocalEdition } from '../news/local-edition.ts';
import type { Section } from '../news/section.ts';
import { type Around, around } from './around.ts';
import { type SiteView, siteView, withinPaper } from './chrome.ts';
import { type Marks, marksOf } from './marks.ts';
import { type Slice, slice } from './page.ts';
import { inLocale, type PageSettings, type PaperSettings } from './settings.ts';
import {
  type CardView,
  cardView,
  type DateView,
  dayView,
  type HeadlineView,
  headlineView,
} from './views.ts';

/** One language of the paper. */
export interface LocalPaper {
  readonly edition: Edition;
  readonly local: LocalEdition;
  readonly settings: PageSettings;
  /** Chrome: masthead, navigation and footer. */
  readonly site: Slice<SiteView>;
  /** The local day of the newest article; null in an empty paper. */
  readonly newest: Slice<DateView | null>;
  /** Flash news in its time. */
  readonly strip: Slice<readonly HeadlineView[]>;
  /** "Latest news": one item more than a page shows, so that a page can leave itself out. */
  readonly latest: Slice<readonly HeadlineView[]>;
  /** "Latest news" as a page shows it that is not in it itself. */
  readonly rail: Slice<readonly HeadlineView[]>;
  /** A slice of this language. */
  slice<T>(name: string, read: () => T, mark?: () => Mark): Slice<T>;
  /** Stands for what the paper decides about its pages in this language. */
  readonly decided: Mark;
  /** What stands for parts of articles in pages. */
  readonly marks: Marks;
  /** What stands for the rail of the article at a place of the list of all. */
  railMark(at: number): Mark;
  /** The years of a list's archive; none if its front shows all, or the paper has no archives. */
  years(newestFirst: readonly Article[]): readonly Period[];
  /** The sections around those of articles. */
  readonly around: Around;
  /** Articles as items of a rail. */
  headlines(articles: readonly Article[]): readonly HeadlineView[];
  /** The same for archives. */
  archived(articles: readonly Article[]): readonly HeadlineView[];
  /** The cards of articles; `within` as in `cardView`. */
  cards(articles: readonly Article[], within?: Section): readonly CardView[];
}

/** Articles of a year, which stand in archives of the paper, of a section, of tags and authors: as many as most papers have. */
const YEAR = 2048;

export function localPaper(
  edition: Edition,
  local: LocalEdition,
  paper: PaperSettings,
): LocalPaper {
  const settings = inLocale(withSeenPolicies(paper, edition), local.locale);
  const { prefix } = settings;
  const named = <T>(name: string, read: () => T, mark?: () => Mark) =>
    slice(`${prefix} ${name}`.trim(), read, mark);
  const marks = marksOf(edition);
  let railMarks: ((at: number) => Mark) | null = null;
  const archives = recent((list: readonly Article[]) => yearsOf(list));
  // The rails of neighbours hold the same articles but one.
  const headline = recent((article: Article) => headlineView(article, settings));
  const headlines = (articles: readonly Article[]) => articles.map(headline);
  const archived = recent((article: Article) => headlineView(article, settings), YEAR);
  // A picture that site.yaml names.
  const settingsFile = { path: CONFIG_FILE, image: null, references: [] };
  const chrome = siteView(local, edition, settings, (src) => edition.picture(settingsFile, src));
  return {
    edition,
    local,
    settings,
    site: kept(named('site', () => chrome)),
    newest: kept(
      named('newest', () => {
        const [first] = local.articles;
        return first === undefined ? null : dayView(first.published, settings, 'weekday');
      }),
    ),
    // Flash news is a matter of hours.
    strip: kept(
      named('strip', () =>
        local.strip.map((article) => headlineView(article, settings, 'day-time')),
      ),
    ),
    rail: kept(named('rail', () => headlines(local.articles.slice(0, settings.railSize)))),
    latest: kept(named('latest', () => headlines(local.articles.slice(0, settings.railSize + 1)))),
    slice: named,
    decided: markOfData(settings),
    marks,
    railMark(at) {
      railMarks ??= marks.rails(local.articles, settings.railSize);
      return railMarks(at);
    },
    years: (list) => (settings.surfaces.archives ? archives(list) : []),
    around: around(local),
    headlines,
    archived: (articles) => articles.map(archived),
    cards: (articles, within) =>
      articles.map((article) => cardView(article, edition, settings, within)),
  };
}

/** The paper with those of its policies that readers see: what search engines are told of names no page that is to come. */
function withSeenPolicies(paper: PaperSettings, { hides }: Edition): PaperSettings {
  const all = Object.entries(paper.publisher.policies);
  const seen = all.filter(([, at]) => !hides(withinPaper(at, paper)));
  if (seen.length === all.length) return paper;
  return { ...paper, publisher: { ...paper.publisher, policies: Object.fromEntries(seen) } };
}

/** The same slice, whose mark is made once: many pages declare it. */
function kept<T>(part: Slice<T>): Slice<T> {
  let mark: Mark | null = null;
  return {
    ...part,
    mark() {
      mark ??= part.mark();
      return mark;
    },
  };
}
