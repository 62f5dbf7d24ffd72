/** Which feeds a paper has. A feed without entries does not exist, and nothing refers to it. */
import { type Address, href } from '../../base/paths.ts';
import type { Bodies } from '../../content/bodies.ts';
import { markOf, mix } from '../../memo/mark.ts';
import type { Article } from '../../news/article.ts';
import { feedOf } from '../addresses.ts';
import type { Listed } from '../archive.ts';
import type { FeedLinkView } from '../chrome.ts';
import type { LocalPaper } from '../local-paper.ts';
import { type TextFile, textFile } from '../page.ts';
import type { PageSettings } from '../settings.ts';
import { atom } from './atom.ts';
import { type Feed, feedMaker } from './feed.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

/** All feeds in one language: of the paper in three forms, of its flash news, and of `lists`. */
export function* feedFiles(
  paper: LocalPaper,
  lists: Iterable<Listed>,
  bodies: Bodies,
): Generator<TextFile> {
  const { local, settings } = paper;
  const { addresses, title, origin, surfaces } = settings;
  if (!surfaces.feeds || origin === null) return;
  const make = feedMaker(paper, bodies);
  const file = (list: Listed, self: Address, write: (feed: Feed) => string): TextFile[] => {
    if (list.newestFirst.length === 0) return [];
    const feed = paper.slice(
      `feed ${self}`,
      () => make({ ...list, self }),
      () =>
        mix(
          markOf(list.title),
          paper.marks.stories(list.newestFirst.slice(0, settings.feeds.size)),
        ),
    );
    return [
      textFile('feed', self, { feed }, ({ feed: made }) => (made === null ? '' : write(made))),
    ];
  };
  const whole = { front: addresses.home, title, newestFirst: local.articles };
  yield* file(whole, addresses.rss, rss);
  yield* file(whole, addresses.atom, atom);
  yield* file(whole, addresses.json, jsonFeed);
  yield* file(flashList(paper), addresses.flash, rss);
  for (const list of lists)
    yield* file({ ...list, title: `${title}: ${list.title}` }, feedOf(list.front), rss);
}

/** The link to a list's feed, for the head of its front. */
export function listFeedLink(
  title: string,
  feed: Address,
  newestFirst: readonly Article[],
  { origin, base, surfaces }: PageSettings,
): readonly FeedLinkView[] {
  if (!surfaces.feeds || origin === null || newestFirst.length === 0) return [];
  return [{ type: 'application/rss+xml', title, href: href(base, feed) }];
}

/** The link to the feed of flash news, for the head of the home page. */
export function flashFeedLink(paper: LocalPaper): readonly FeedLinkView[] {
  const { title, newestFirst } = flashList(paper);
  return listFeedLink(title, paper.settings.addresses.flash, newestFirst, paper.settings);
}

function flashList({ local, settings: { addresses, title, flashTag } }: LocalPaper): Listed {
  return { front: addresses.home, title: `${title}: ${flashTag}`, newestFirst: local.flash };
}
