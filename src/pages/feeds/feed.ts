/** A feed as data, before it is RSS, Atom or JSON: a list of articles as readers of feeds get it. */
import { uuidOf } from '../../base/hash.ts';
import type { Instant } from '../../base/instant.ts';
import { type Address, href } from '../../base/paths.ts';
import type { Bodies } from '../../content/bodies.ts';
import { portableHtml } from '../../content/html.ts';
import type { Article } from '../../news/article.ts';
import { shownTags } from '../../news/lists.ts';
import { sectionTitle } from '../../news/section.ts';
import type { Listed } from '../archive.ts';
import { ICONS } from '../icons.ts';
import { links, plainBodyHtml } from '../links.ts';
import type { LocalPaper } from '../local-paper.ts';
import { absolute } from '../share.ts';
import { imageView } from '../views.ts';

/** A list of articles as a feed. All addresses are full ones. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** The page that shows the same list. */
  readonly page: string;
  /** The feed itself. */
  readonly self: string;
  /** A WebSub hub that tells of changes; null if there is none. */
  readonly hub: string | null;
  /** The icon of the paper, a PNG; null if it has none. */
  readonly icon: string | null;
  /** The paper. */
  readonly publisher: { readonly name: string; readonly url: string };
  /** When the newest of the entries changed last; nothing else changes a feed. */
  readonly updated: Instant;
  readonly timezone: string;
  /** Newest first; never empty. */
  readonly entries: readonly FeedEntry[];
}

/** One article of a feed. */
export interface FeedEntry {
  /** `urn:uuid:…` (RFC 9562): the same whatever becomes of the headline, the date or the address. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly language: string;
  readonly published: Instant;
  readonly updated: Instant;
  /** May be empty. */
  readonly summary: string;
  /** The whole text as HTML that stands for itself; null where feeds hold summaries. */
  readonly html: string | null;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  /** The section and the tags. */
  readonly categories: readonly string[];
  readonly image: FeedImage | null;
}

/** The picture of an entry. */
export interface FeedImage {
  readonly url: string;
  /** Its media type; null if its name does not tell. */
  readonly type: string | null;
  readonly alt: string;
  readonly credit: string | null;
}

/** A list to make a feed of. */
interface FeedOf extends Listed {
  /** Where the feed is. */
  readonly self: Address;
}

const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** Makes feeds; null of a list without articles, and while the paper has no url. */
export function feedMaker(paper: LocalPaper, bodies: Bodies): (list: FeedOf) => Feed | null {
  const { settings } = paper;
  const { origin, base, feeds, addresses } = settings;
  const full = (address: Address) => (origin ?? '') + href(base, address);
  // An article stands in several feeds; its entry is made once.
  const made = new Map<Article, FeedEntry>();
  const entry = (article: Article): FeedEntry => {
    const known = made.get(article) ?? entryOf(article, paper, bodies, full);
    made.set(article, known);
    return known;
  };
  return ({ title, front, self, newestFirst }) => {
    if (origin === null || newestFirst.length === 0) return null;
    const entries = newestFirst.slice(0, feeds.size).map(entry);
    return {
      title,
      description: settings.description || title,
      language: settings.language,
      page: full(front),
      self: full(self),
      hub: feeds.hub,
      icon: settings.icon === null ? null : full(ICONS.large.address),
      publisher: { name: settings.title, url: full(addresses.home) },
      updated: Math.max(...entries.map(({ updated }) => updated)) as Instant,
      timezone: settings.timezone,
      entries,
    };
  };
}

function entryOf(
  article: Article,
  { edition, settings }: LocalPaper,
  bodies: Bodies,
  full: (address: Address) => string,
): FeedEntry {
  const { origin, addresses, feeds, flashTag } = settings;
  const url = full(article.address);
  const image = imageView(article, article.image, edition, settings);
  const picture = image === null ? null : { ...image, src: absolute(image.src, origin ?? '') };
  const html = () =>
    portableHtml(plainBodyHtml(bodies.of(article), links(article, edition, settings)), url);
  return {
    id: `urn:uuid:${uuidOf(full(`/${article.path}` as Address))}`,
    url,
    title: article.title,
    language: article.language,
    published: article.published,
    updated: article.modified ?? article.published,
    summary: article.summary,
    html: feeds.content === 'full' ? html() : null,
    authors: article.authors.map(({ name, slug }) => ({ name, url: full(addresses.author(slug)) })),
    categories: [
      ...new Set([
        ...(article.section === null ? [] : [sectionTitle(article.section, article.language)]),
        ...shownTags(article, flashTag),
      ]),
    ],
    image:
      picture === null
        ? null
        : {
            url: picture.src,
            type:
              TYPES[/\.([a-z]+)(?:[?#]|$)/i.exec(picture.src)?.[1]?.toLowerCase() ?? ''] ?? null,
            alt: picture.alt,
            credit: picture.credit,
          },
  };
}
