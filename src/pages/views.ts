/**
 * The data that templates receive: plain, total and readonly. What may be absent is null, so that a
 * template that asks for something that does not exist is told so. docs/templates.md is their guide.
 */
import { type DateStyle, formatInstant } from '../base/date-text.ts';
import { type Instant, isoLocal } from '../base/instant.ts';
import { href } from '../base/paths.ts';
import type { Article } from '../news/article.ts';
import type { Edition } from '../news/edition.ts';
import { cutHeadline } from '../news/headline.ts';
import type { ImageField } from '../news/image.ts';
import { isElsewhere, type Referrer } from '../news/reference.ts';
import { type Section, sectionTitle } from '../news/section.ts';
import type { Resolved } from '../news/whereabouts.ts';
import { pictureSources } from './picture-sources.ts';
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

/** A moment, or a day: RFC 3339 for machines (a moment with the zone's offset), words for readers. */
export interface DateView {
  readonly iso: string;
  readonly text: string;
}

/** A picture. `alt` is empty if the author gave none. */
export interface ImageView {
  /** A JPEG of a moderate width where smaller pictures are made, else the picture itself. */
  readonly src: string;
  /** The picture in the widths among which a browser chooses; null if it is there in one. */
  readonly srcset: string | null;
  /** Pixels, as the picture is shown; null of another site's, or if the file does not tell. */
  readonly width: number | null;
  /** Null if and only if the width is. */
  readonly height: number | null;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  /** Classes of the theme for the point to keep in sight where the picture is cut; null for its middle. */
  readonly focus: string | null;
  /** True if there is a caption or a credit. */
  readonly hasWords: boolean;
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
  /** True if something stands over the headline: the flash kicker, a kicker, or the section. */
  readonly hasOverline: boolean;
  readonly image: ImageView | null;
}

/** A moment as the paper shows it; a midnight is a day without a time, so that its time alone is empty. */
export function dateView(
  instant: Instant,
  language: string,
  { timezone }: PageSettings,
  style: DateStyle = 'day',
): DateView {
  const iso = isoLocal(instant, timezone);
  const isDay = iso.includes('T00:00:00');
  if (isDay && style === 'time') return { iso, text: '' };
  const shown = isDay && style === 'day-time' ? 'day' : style;
  return { iso, text: formatInstant(instant, shown, language, timezone) };
}

/** The day of a moment, whatever its hour: later news of the day changes nothing where it stands. */
export function dayView(
  instant: Instant,
  { language, timezone }: PageSettings,
  style: DateStyle = 'day',
): DateView {
  return {
    iso: isoLocal(instant, timezone).slice(0, 10),
    text: formatInstant(instant, style, language, timezone),
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

export function headlineView(
  article: Article,
  settings: PageSettings,
  style: DateStyle = 'day',
): HeadlineView {
  return {
    href: href(settings.base, article.address),
    headline: article.title,
    date: dateView(article.published, article.language, settings, style),
    language: article.language,
  };
}

/**
 * A card; `within` is the section under whose name it stands, which it does not repeat. `flash` says whether it bears the
 * kicker of flash news: on fronts as long as it is, on its own page for good.
 */
export function cardView(
  article: Article,
  edition: Edition,
  settings: PageSettings,
  within: Section | null = null,
  flash: boolean = edition.isFlash(article),
): CardView {
  const { section, kicker } = article;
  const named = section === null || section.slug === within?.slug ? null : section;
  // Field by field: a paper has many thousands of these.
  const { href, headline, date, language } = headlineView(article, settings);
  return {
    href,
    headline,
    date,
    language,
    shortHeadline: cutHeadline(article.title),
    summary: article.summary,
    section: named === null ? null : sectionView(named, settings, article.language),
    flash,
    kicker,
    hasOverline: flash || kicker !== null || named !== null,
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
  if (isElsewhere(src)) return { src, srcset: null, width: null, height: null, ...words };
  const resolved = edition.resolve(from, src);
  if (resolved === null) return null;
  const picture = edition.picture(from, src);
  const { width, height } = picture ?? { width: null, height: null };
  const sources = pictureSources(picture, resolved.suffix, settings);
  return {
    src: sources?.src ?? resolvedHref(resolved, settings),
    srcset: sources?.srcset ?? null,
    width,
    height,
    ...words,
  };
}

/** Where a resolved reference leads, as it stands in a page. */
export function resolvedHref({ address: at, suffix }: Resolved, settings: PageSettings): string {
  return href(settings.base, at) + suffix;
}
