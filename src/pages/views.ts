/**
 * The data that templates receive: plain, total and readonly. What may be absent is null, so that a
 * template that asks for something that does not exist is told so. docs/templates.md is their guide.
 */
import { type DateStyle, formatInstant, type Instant, isoLocal } from '../base/instant.ts';
import { type Address, address, href } from '../base/paths.ts';
import type { Article } from '../news/article.ts';
import type { Edition, Resolved } from '../news/edition.ts';
import { cutHeadline } from '../news/headline.ts';
import type { Section } from '../news/section.ts';
import type { PageSettings } from './page.ts';

/** A link of the navigation. */
export interface LinkView {
  readonly name: string;
  readonly href: string;
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
  /** True if there is a caption or a credit. */
  readonly hasWords: boolean;
}

/** The paper itself, on every page: configuration only, and the sections. */
export interface SiteView {
  readonly title: string;
  readonly language: string;
  readonly home: string;
  readonly latest: string;
  readonly sections: readonly LinkView[];
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
  readonly section: LinkView | null;
  /** True if the item bears the flash kicker. */
  readonly flash: boolean;
  readonly kicker: string | null;
  readonly image: ImageView | null;
}

/** The names under which pages of the paper stand. */
export const ADDRESSES = {
  home: address('/'),
  latest: address('/latest/'),
  notFound: address('/404.html'),
  section: ({ slug }: Section): Address => address(`/${slug}/`),
} as const;

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
    sections: edition.sections.map((one) => sectionLink(one, settings)),
  };
}

export function pageView(
  kind: string,
  at: Address,
  settings: PageSettings,
  about: { title: string | null; description?: string; language?: string },
): PageView {
  const { title, description = '', language = settings.language } = about;
  const canonical =
    settings.origin === null || at === ADDRESSES.notFound
      ? null
      : settings.origin + href(settings.base, at);
  return { kind, isHome: at === ADDRESSES.home, title, description, language, canonical };
}

export function sectionLink(one: Section, settings: PageSettings): LinkView {
  return { name: one.name, href: href(settings.base, ADDRESSES.section(one)) };
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
    section: article.section === null ? null : sectionLink(article.section, settings),
    flash: article.flash.kicker,
    kicker: article.kicker,
    image: imageView(article, edition, settings),
  };
}

export function imageView(
  article: Article,
  edition: Edition,
  settings: PageSettings,
): ImageView | null {
  if (article.image === null) return null;
  const { src, alt, caption, credit } = article.image;
  const words = { alt, caption, credit, hasWords: caption !== null || credit !== null };
  // A picture on another site has a scheme; its address is the author's affair.
  if (/^(?:https?:)?\/\//i.test(src)) return { src, ...words };
  const resolved = edition.resolve(article, src);
  return resolved === null ? null : { src: resolvedHref(resolved, settings), ...words };
}

/** Where a resolved reference leads, as it stands in a page. */
export function resolvedHref({ address: at, suffix }: Resolved, settings: PageSettings): string {
  return href(settings.base, at) + suffix;
}
