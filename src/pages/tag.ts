/** A tag's page: the newest articles that bear it. */
import { markOf } from '../memo/mark.ts';
import type { Tag } from '../news/lists.ts';
import { feedOf, MAKERS } from './addresses.ts';
import { frontCards, type Listed, yearsSlice } from './archive.ts';
import type { SiteView } from './chrome.ts';
import { collectionData, scriptJson } from './crawlers/structured-data.ts';
import { listFeedLink } from './feeds/feeds.ts';
import { descriptionOf, type PageView, pageView } from './head.ts';
import type { LocalPaper } from './local-paper.ts';
import { type Page, page } from './page.ts';
import type { CardView, LinkView } from './views.ts';

/** The data of `tag.hbs`. */
export interface TagView {
  readonly site: SiteView;
  readonly page: PageView;
  /** The newest thirty. */
  readonly cards: readonly CardView[];
  /** The years of the archive. */
  readonly years: readonly LinkView[];
}

export function tagPage(tag: Tag, paper: LocalPaper): Page {
  const { settings, site } = paper;
  const list = tagList(tag, paper);
  const { front, title, newestFirst } = list;
  const slices = {
    site,
    page: paper.slice(
      `head of ${front}`,
      () =>
        pageView('tag', front, settings, {
          title,
          description: descriptionOf(title, settings),
          feeds: settings.feeds.tags
            ? listFeedLink(title, feedOf(front), newestFirst, settings)
            : [],
          structured: collectionData(title, front, settings).map(scriptJson),
        }),
      // All else are settings. A tag that is listed has articles.
      () => markOf(title),
    ),
    cards: frontCards(`tagged ${tag.slug}`, newestFirst, paper),
    years: yearsSlice(list, paper),
  };
  return page('tag', front, slices, (values): TagView => values, MAKERS.tag(tag.slug));
}

/** A tag as a list with an archive. */
export function tagList({ name, slug, articles }: Tag, { settings }: LocalPaper): Listed {
  return { front: settings.addresses.tag(slug), title: name, newestFirst: articles };
}
