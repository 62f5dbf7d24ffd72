/**
 * The data that templates receive: plain, total and readonly. What may be absent is null, so that a
 * template that asks for something that does not exist is told so. docs/templates.md is their guide.
 */
import { type DateStyle, formatInstant, type Instant, isoLocal } from '../base/instant.ts';
import { type Address, href } from '../base/paths.ts';
import type { Article } from '../news/article.ts';
import type { Edition, Resolved } from '../news/edition.ts';
import { cutHeadline } from '../news/headline.ts';
import type { ImageField } from '../news/image.ts';
import type { Referrer } from '../news/reference.ts';
import { type Section, sectionTitle } from '../news/section.ts';
import { ADDRESSES } from './addresses.ts';
import type { PageSettings } from './page.ts';

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
  /** The point to keep in sight where the picture is cut, as CSS `object-position`; null for its middle. */
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
  /** The desks, without their parts. */
  readonly sections: readonly LinkView[];
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
  /** The absolute address; null while the paper has no url, and on the page for missing pages. */
  readonly canonical: string | null;
  /** True if search engines are to leave the page out. */
  readonly hidden: boolean;
  /** How a link to the page is shown elsewhere; null on a hidden page, and while the paper has no url. */
  readonly share: ShareView | null;
  /** The page in all its languages; empty if there is only one. */
  readonly alternates: readonly AlternateView[];
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

export function siteView(edition: Edition, settings: PageSettings): SiteView {
  return {
    title: settings.title,
    language: settings.language,
    home: href(settings.base, ADDRESSES.home),
    latest: href(settings.base, ADDRESSES.latest),
    corrections: href(settings.base, ADDRESSES.corrections),
    sections: edition.sections
      .filter(({ parent }) => parent === null)
      .map((one) => sectionView(one, settings.language, settings)),
  };
}

export function pageView(
  kind: string,
  at: Address,
  settings: PageSettings,
  about: {
    title: string | null;
    description?: string;
    language?: string;
    /** The address of the original; null for the page's own. */
    canonical?: string | null;
    hidden?: boolean;
    share?: ShareView | null;
    alternates?: readonly AlternateView[];
    structured?: readonly string[];
  },
): PageView {
  const { title, description = '', language = settings.language, hidden = false } = about;
  const own = settings.origin === null ? null : settings.origin + href(settings.base, at);
  const canonical = at === ADDRESSES['not-found'] ? null : (about.canonical ?? own);
  const isHome = at === ADDRESSES.home;
  const bare = canonical === null || hidden ? null : { image: null, article: null };
  const { share = bare, alternates = [], structured = [] } = about;
  const links = { canonical, share, alternates, structured };
  return { kind, isHome, title, description, language, hidden, ...links };
}

/** A section as readers of a language know it. */
export function sectionView(one: Section, language: string, settings: PageSettings): SectionView {
  return {
    name: sectionTitle(one, language),
    href: href(settings.base, ADDRESSES.section(one)),
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
      article.section === null ? null : sectionView(article.section, article.language, settings),
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
  const words = { alt, caption, credit, focus, hasWords: caption !== null || credit !== null };
  // A picture on another site has a scheme; its address is the author's affair.
  if (/^(?:https?:)?\/\//i.test(src)) return { src, ...words };
  const resolved = edition.resolve(from, src);
  return resolved === null ? null : { src: resolvedHref(resolved, settings), ...words };
}

/** Where a resolved reference leads, as it stands in a page. */
export function resolvedHref({ address: at, suffix }: Resolved, settings: PageSettings): string {
  return href(settings.base, at) + suffix;
}
