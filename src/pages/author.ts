/** An author's page: who they are, and their newest articles. */
import { readBody } from '../content/document.ts';
import type { Store } from '../memo/store.ts';
import type { Author, Edition } from '../news/edition.ts';
import { ADDRESSES, MAKERS } from './addresses.ts';
import { bodyHtml, links } from './article.ts';
import { cards, type FrontSlices } from './front.ts';
import { type Page, type PageSettings, page, slice, type Values } from './page.ts';
import * as data from './structured-data.ts';
import {
  type CardView,
  type ImageView,
  imageView,
  type LinkView,
  type PageView,
  pageView,
  type SiteView,
} from './views.ts';

/** The data of `author.hbs`. */
export interface AuthorView {
  readonly site: SiteView;
  readonly page: PageView;
  readonly author: AuthorData;
  /** More about the author as HTML; empty if there is nothing. */
  readonly body: string;
  /** The newest thirty. */
  readonly cards: readonly CardView[];
}

/** What a file of `authors/` says; a name without a file has no more than that. */
export interface AuthorData {
  readonly name: string;
  readonly role: string | null;
  readonly bio: string | null;
  readonly image: ImageView | null;
  readonly links: readonly LinkView[];
}

export function authorPage(
  author: Author,
  edition: Edition,
  settings: PageSettings,
  store: Store,
  { site }: FrontSlices,
): Page {
  const { slug, person } = author;
  const at = ADDRESSES.author(slug);
  const slices = {
    site,
    author: slice(`author ${slug}`, () => authorData(author, edition, settings)),
    body: slice(`body ${person?.path}`, () =>
      person === null || !person.hasBody
        ? ''
        : bodyHtml(readBody(store, person.body), links(person, edition, settings)),
    ),
    structured: slice(`structured author ${slug}`, () =>
      data.authorData(author, settings).map(data.scriptJson),
    ),
    cards: slice(`by ${slug}`, () => cards(author.articles, edition, settings)),
  };
  const view = ({ structured, ...values }: Values<typeof slices>): AuthorView => {
    const { name, bio } = values.author;
    return {
      ...values,
      page: pageView('author', at, settings, {
        title: name,
        description: bio ?? '',
        structured,
      }),
    };
  };
  return page('author', at, slices, view, MAKERS.author(slug));
}

function authorData(
  { name, person }: Author,
  edition: Edition,
  settings: PageSettings,
): AuthorData {
  if (person === null) return { name, role: null, bio: null, image: null, links: [] };
  return {
    name,
    role: person.role,
    bio: person.bio,
    image: imageView(person, person.image, edition, settings),
    links: person.links.map((link) => ({ name: link.name, href: link.url })),
  };
}
