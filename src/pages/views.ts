/**
 * The data that templates receive: plain, total and readonly. What may be absent is null, so that a
 * template that asks for something that does not exist is told so. docs/templates.md is their guide.
 */
import { type DateStyle, formatInstant, type Instant, isoLocal } from '../base/instant.ts';
import { type Direction, direction, languageName } from '../base/language.ts';
import { type Address, href } from '../base/paths.ts';
import type { Article } from '../news/article.ts';
import type { Edition, Resolved } from '../news/edition.ts';
import { cutHeadline } from '../news/headline.ts';
import type { ImageField } from '../news/image.ts';
import type { LocalEdition } from '../news/local-edition.ts';
import type { Referrer } from '../news/reference.ts';
import { type Section, sectionTitle } from '../news/section.ts';
import { addressesIn } from './addresses.ts';
import { type IconsView, iconsView } from './icons.ts';
import type { PageSettings } from './settings.ts';

/** A link of the navigation. */
export interface LinkView {
  readonly name: string;
  readonly href: string;
}

/** A section as an article names it. */
export interface SectionView extends LinkView {
  /** A colour of the theme, or null for its own. */
  readonly color: string | null;
}

/** A moment: RFC 3339 with the zone's offset for machines, words for readers. */
export interface DateView {
  readonly iso: string;
  readonly text: string;
}

/** A picture. `alt` is empty if the author gave none. */
export interface ImageView {
  readonly src: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  /** Classes of the theme for the point to keep in sight where the picture is cut; null for its middle. */
  readonly focus: string | null;
  /** True if there is a caption or a credit. */
  readonly hasWords: boolean;
}

/** The paper itself, on every page: configuration only, and the sections. */
export interface SiteView {
  readonly title: string;
  readonly language: string;
  readonly home: string;
  readonly latest: string;
  readonly corrections: string;
  /** The pages that list all sections, authors and tags; the last null if tags have no pages. */
  readonly allSections: string;
  readonly allAuthors: string;
  readonly allTags: string | null;
  /** The desks, without their parts. */
  readonly sections: readonly LinkView[];
  /** The languages of the paper; empty if there is only one. */
  readonly languages: readonly LanguageView[];
  /** The feeds of the whole paper, in this language. */
  readonly feeds: readonly FeedLinkView[];
  /** Null if the paper has no icon. */
  readonly icons: IconsView | null;
}

/** A language of the paper, under its name for itself. */
export interface LanguageView extends LinkView {
  readonly language: string;
  /** True for the language of the page. */
  readonly current: boolean;
}

/** A feed, for the head of a page. */
export interface FeedLinkView {
  /** Its media type. */
  readonly type: string;
  readonly title: string;
  readonly href: string;
}

/** How a link to a page is shown elsewhere. */
export interface ShareView {
  readonly image: { readonly src: string; readonly alt: string } | null;
  /** Null on a page that is no article. */
  readonly article: SharedArticleView | null;
}

/** The `article:` properties of Open Graph. */
export interface SharedArticleView {
  /** RFC 3339. */
  readonly published: string;
  readonly modified: string | null;
  readonly section: string | null;
  readonly tags: readonly string[];
  /** The addresses of the authors' pages. */
  readonly authors: readonly string[];
}

/** A version of a page in another language, or in its own; `x-default` is the one for all others. */
export interface AlternateView {
  readonly language: string;
  readonly href: string;
}

/** What a page says about itself in its head. */
export interface PageView {
  readonly kind: string;
  readonly isHome: boolean;
  /** For the title element; null where the theme's own word for the kind of page is the title. */
  readonly title: string | null;
  readonly description: string;
  /** BCP 47, the page's main language. */
  readonly language: string;
  readonly dir: Direction;
  /** The absolute address; null while the paper has no url, and on the page for missing pages. */
  readonly canonical: string | null;
  /** True if search engines are to leave the page out. */
  readonly hidden: boolean;
  /** How a link to the page is shown elsewhere; null on a hidden page, and while the paper has no url. */
  readonly share: ShareView | null;
  /** The page in all its languages; empty if there is only one. */
  readonly alternates: readonly AlternateView[];
  /** Feeds of what the page lists, beside those of the whole paper. */
  readonly feeds: readonly FeedLinkView[];
  /** What is put into the page after it was made: the address by name; null if it is current as it is. */
  readonly fragments: Readonly<Record<string, string>> | null;
  /** True if a script does so. */
  readonly refreshes: boolean;
  /** What the page says to search engines, each as JSON-LD that can stand in a script element. */
  readonly structured: readonly string[];
}

/** An item of a rail: all that "Latest news" shows. */
export interface HeadlineView {
  readonly href: string;
  readonly headline: string;
  readonly date: DateView;
  readonly language: string;
}

/** An item of a front. */
export interface CardView extends HeadlineView {
  /** The headline cut at a word within 80 characters. */
  readonly shortHeadline: string;
  readonly summary: string;
  readonly section: SectionView | null;
  /** True if the item bears the flash kicker. */
  readonly flash: boolean;
  readonly kicker: string | null;
  readonly image: ImageView | null;
}

/** A moment as the paper shows it; a midnight is a day without a time. */
export function dateView(
  instant: Instant,
  language: string,
  { timezone }: PageSettings,
  style: DateStyle = 'day',
): DateView {
  const iso = isoLocal(instant, timezone);
  const shown = style === 'day-time' && iso.includes('T00:00:00') ? 'day' : style;
  return { iso, text: formatInstant(instant, shown, language, timezone) };
}

export function siteView(local: LocalEdition, settings: PageSettings): SiteView {
  const { addresses, base, language, locales, surfaces } = settings;
  const at = (address: Address) => href(base, address);
  return {
    title: settings.title,
    language,
    home: at(addresses.home),
    latest: at(addresses.latest),
    corrections: at(addresses.corrections),
    allSections: at(addresses.sections),
    allAuthors: at(addresses.authors),
    allTags: surfaces.tags ? at(addresses.tags) : null,
    sections: local.sections
      .filter(({ parent }) => parent === null)
      .map((one) => sectionView(one, settings)),
    languages:
      locales.length === 1
        ? []
        : locales.map((one) => ({
            name: languageName(one.language),
            language: one.language,
            href: at(addressesIn(one.prefix).home),
            current: one.language === language,
          })),
    feeds: paperFeeds(local, settings),
    icons: iconsView(settings),
  };
}

/** The feeds of the whole paper in a language; none while there is nothing in them. */
function paperFeeds({ articles }: LocalEdition, settings: PageSettings): FeedLinkView[] {
  const { addresses, base, origin, surfaces, title } = settings;
  if (!surfaces.feeds || origin === null || articles.length === 0) return [];
  return [
    { type: 'application/rss+xml', title: `${title} (RSS)`, href: href(base, addresses.rss) },
    { type: 'application/atom+xml', title: `${title} (Atom)`, href: href(base, addresses.atom) },
    { type: 'application/feed+json', title: `${title} (JSON)`, href: href(base, addresses.json) },
  ];
}

/** What a page says about itself that is not the same for all pages of its kind. */
export interface About {
  readonly title: string | null;
  readonly description?: string;
  readonly language?: string;
  /** The address of the original; null for the page's own. */
  readonly canonical?: string | null;
  readonly hidden?: boolean;
  readonly share?: ShareView | null;
  readonly alternates?: readonly AlternateView[];
  readonly structured?: readonly string[];
  readonly feeds?: readonly FeedLinkView[];
  /** True if its "Latest news" is to be kept current after it was made. */
  readonly aging?: boolean;
}

export function pageView(
  kind: string,
  at: Address,
  settings: PageSettings,
  about: About,
): PageView {
  const { title, description = '', language = settings.language, hidden = false } = about;
  const { addresses, base, origin, rail } = settings;
  const own = origin === null ? null : origin + href(base, at);
  const canonical = at === addresses['not-found'] ? null : (about.canonical ?? own);
  const bare = canonical === null || hidden ? null : { image: null, article: null };
  const { share = bare, alternates = [], structured = [], feeds = [], aging = false } = about;
  return {
    kind,
    isHome: at === addresses.home,
    title,
    description,
    language,
    dir: direction(language),
    hidden,
    canonical,
    share,
    alternates,
    structured,
    feeds,
    fragments: aging ? { latest: href(base, addresses.fragment) } : null,
    refreshes: aging && rail === 'snapshot',
  };
}

/** A section as readers of a language know it. */
export function sectionView(
  one: Section,
  settings: PageSettings,
  language = settings.language,
): SectionView {
  return {
    name: sectionTitle(one, language),
    href: href(settings.base, settings.addresses.section(one)),
    color: one.color,
  };
}

export function headlineView(article: Article, settings: PageSettings): HeadlineView {
  return {
    href: href(settings.base, article.address),
    headline: article.title,
    date: dateView(article.published, article.language, settings),
    language: article.language,
  };
}

export function cardView(article: Article, edition: Edition, settings: PageSettings): CardView {
  return {
    ...headlineView(article, settings),
    shortHeadline: cutHeadline(article.title),
    summary: article.summary,
    section:
      article.section === null ? null : sectionView(article.section, settings, article.language),
    flash: article.flash.kicker,
    kicker: article.kicker,
    image: imageView(article, article.image, edition, settings),
  };
}

export function imageView(
  from: Referrer,
  image: ImageField | null,
  edition: Edition,
  settings: PageSettings,
): ImageView | null {
  if (image === null) return null;
  const { src, alt, caption, credit, focus } = image;
  const words = {
    alt,
    caption,
    credit,
    focus: focus === null ? null : `focus-x-${focus.x} focus-y-${focus.y}`,
    hasWords: caption !== null || credit !== null,
  };
  // A picture on another site has a scheme; its address is the author's affair.
  if (/^(?:https?:)?\/\//i.test(src)) return { src, ...words };
  const resolved = edition.resolve(from, src);
  return resolved === null ? null : { src: resolvedHref(resolved, settings), ...words };
}

/** Where a resolved reference leads, as it stands in a page. */
export function resolvedHref({ address: at, suffix }: Resolved, settings: PageSettings): string {
  return href(settings.base, at) + suffix;
}
