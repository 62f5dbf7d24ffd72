/** An author's page: who they are, and their newest articles. */
import type { Bodies } from '../content/bodies.ts';
import { markOf, markOfData } from '../memo/mark.ts';
import type { Author } from '../news/lists.ts';
import { feedOf, MAKERS } from './addresses.ts';
import { frontCards, type Listed, yearsSlice } from './archive.ts';
import type { SiteView } from './chrome.ts';
import * as data from './crawlers/structured-data.ts';
import { listFeedLink } from './feeds/feeds.ts';
import { type PageView, pageView } from './head.ts';
import { bodyHtml, links } from './links.ts';
import type { LocalPaper } from './local-paper.ts';
import { type Page, page } from './page.ts';
import { type CardView, type ImageView, imageView, type LinkView } from './views.ts';

/** The data of `author.hbs`. */
export interface AuthorView {
  readonly site: SiteView;
  readonly page: PageView;
  readonly author: AuthorData;
  /** More about the author as HTML; empty if there is nothing. */
  readonly body: string;
  /** The newest thirty. */
  readonly cards: readonly CardView[];
  /** The years of the archive. */
  readonly years: readonly LinkView[];
}

/** What a file of `authors/` says; a name without a file has no more than that. */
export interface AuthorData {
  readonly name: string;
  readonly role: string | null;
  readonly bio: string | null;
  readonly image: ImageView | null;
  readonly links: readonly LinkView[];
}

export function authorPage(author: Author, paper: LocalPaper, bodies: Bodies): Page {
  const { edition, settings, site } = paper;
  const { slug, person } = author;
  const list = authorList(author, paper);
  const { front, title, newestFirst } = list;
  const slices = {
    site,
    author: paper.slice(
      `author ${slug}`,
      () => authorData(author, paper),
      person === null ? () => markOf(title) : undefined,
    ),
    body: paper.slice(`body ${person?.path}`, () =>
      person === null || !person.hasBody
        ? ''
        : bodyHtml(bodies.of(person), links(person, edition, settings)),
    ),
    page: paper.slice(
      `head of ${front}`,
      () =>
        pageView('author', front, settings, {
          title,
          description: person?.bio ?? '',
          structured: data.authorData(author, settings).map(data.scriptJson),
          feeds: settings.feeds.authors
            ? listFeedLink(title, feedOf(front), newestFirst, settings)
            : [],
        }),
      // All else are settings. An author who is listed has articles.
      () => markOfData([title, author.isDesk, person?.role, person?.bio, person?.links]),
    ),
    cards: frontCards(`by ${slug}`, newestFirst, paper),
    years: yearsSlice(list, paper),
  };
  return page('author', front, slices, (values): AuthorView => values, MAKERS.author(slug));
}

/** An author as a list with an archive. */
export function authorList({ name, slug, articles }: Author, { settings }: LocalPaper): Listed {
  return { front: settings.addresses.author(slug), title: name, newestFirst: articles };
}

function authorData({ name, person }: Author, { edition, settings }: LocalPaper): AuthorData {
  if (person === null) return { name, role: null, bio: null, image: null, links: [] };
  return {
    name,
    role: person.role,
    bio: person.bio,
    image: imageView(person, person.image, edition, settings),
    links: person.links.map((link) => ({ name: link.name, href: link.url })),
  };
}
