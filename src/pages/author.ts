/** An author's page: who they are, and their newest articles. */
import { readBody } from '../content/document.ts';
import type { Store } from '../memo/store.ts';
import { FRONT_SIZE } from '../news/calendar.ts';
import type { Author } from '../news/lists.ts';
import { feedOf, MAKERS } from './addresses.ts';
import { type Listed, yearLinks } from './archive.ts';
import { bodyHtml, links } from './article.ts';
import type { SiteView } from './chrome.ts';
import * as data from './crawlers/structured-data.ts';
import { listFeedLink } from './feeds/feeds.ts';
import { type PageView, pageView } from './head.ts';
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

export function authorPage(author: Author, paper: LocalPaper, store: Store): Page {
  const { edition, settings, site } = paper;
  const { slug, person } = author;
  const list = authorList(author, paper);
  const { front, title, newestFirst } = list;
  const slices = {
    site,
    author: paper.slice(`author ${slug}`, () => authorData(author, paper)),
    body: paper.slice(`body ${person?.path}`, () =>
      person === null || !person.hasBody
        ? ''
        : bodyHtml(readBody(store, person.body), links(person, edition, settings)),
    ),
    page: paper.slice(`head of ${front}`, () =>
      pageView('author', front, settings, {
        title,
        description: person?.bio ?? '',
        structured: data.authorData(author, settings).map(data.scriptJson),
        feeds: settings.feeds.authors
          ? listFeedLink(title, feedOf(front), newestFirst, settings)
          : [],
      }),
    ),
    cards: paper.slice(`by ${slug}`, () => paper.cards(newestFirst.slice(0, FRONT_SIZE))),
    years: paper.slice(`years of ${front}`, () => yearLinks(list, settings)),
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
