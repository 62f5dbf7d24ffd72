/**
 * What a page says of itself to those that show a link to it: Open Graph (https://ogp.me) and, where
 * they differ, Twitter's cards. All addresses are absolute.
 */
import { isoLocal } from '../base/instant.ts';
import { type Address, href } from '../base/paths.ts';
import { plainSize } from '../content/picture-sizes.ts';
import type { Article } from '../news/article.ts';
import type { Edition } from '../news/edition.ts';
import { shownTags } from '../news/lists.ts';
import type { Locale } from '../news/locale.ts';
import type { Referrer } from '../news/reference.ts';
import { sectionTitle } from '../news/section.ts';
import { type Addresses, addressesIn } from './addresses.ts';
import type { AlternateView, SharedImageView, ShareView } from './head.ts';
import type { PageSettings } from './settings.ts';
import { imageView } from './views.ts';

/** How a link to an article is shown; null while the paper has no url. */
export function shareView(
  article: Article,
  edition: Edition,
  settings: PageSettings,
): ShareView | null {
  const { addresses, origin, base, timezone, flashTag } = settings;
  if (origin === null) return null;
  return {
    image: sharedImage(article, origin, edition, settings),
    article: {
      published: isoLocal(article.published, timezone),
      modified: article.modified === null ? null : isoLocal(article.modified, timezone),
      section: article.section === null ? null : sectionTitle(article.section, article.language),
      tags: shownTags(article, flashTag),
      authors: article.authors.map(({ slug }) => origin + href(base, addresses.author(slug))),
    },
  };
}

/** With its size, so that a network shows it large before it has fetched it. */
export function sharedImage(
  from: Referrer & Pick<Article, 'image'>,
  origin: string,
  edition: Edition,
  settings: PageSettings,
): SharedImageView | null {
  const image = imageView(from, from.image, edition, settings);
  if (image === null || from.image === null) return null;
  const picture = edition.picture(from, from.image.src);
  const size = picture === null ? null : settings.surfaces.pictures ? plainSize(picture) : picture;
  return {
    src: absolute(image.src, origin),
    alt: image.alt,
    width: size?.width ?? null,
    height: size?.height ?? null,
  };
}

/**
 * The versions of an article in all languages, its own too, so that each names the same ones; empty
 * if there is only one. The paper's own language is for readers of all others.
 */
export function alternatesOf(
  article: Article,
  edition: Edition,
  settings: PageSettings,
): readonly AlternateView[] {
  const versions = inOrder(
    // The original of one that was first published elsewhere is another site's.
    [article, ...edition.translations(article)].filter(({ canonical }) => canonical === null),
  );
  if (!versions.includes(article)) return [];
  const [main] = settings.locales;
  const own = versions.find((one) => one.locale === main) ?? versions[0] ?? article;
  return alternateViews(versions, own, ({ address }) => address, settings);
}

/** By their languages, so that each names the same ones. */
export function inOrder<Version extends { readonly language: string }>(
  versions: Version[],
): Version[] {
  return versions.sort((a, b) => (a.language < b.language ? -1 : 1));
}

/** Versions in several languages, and the main one for readers of all others; empty if there is only one. */
export function alternateViews<Version extends { readonly language: string }>(
  versions: readonly Version[],
  main: Version,
  addressOf: (one: Version) => Address,
  { origin, base }: PageSettings,
): readonly AlternateView[] {
  if (origin === null || versions.length < 2) return [];
  const link = (one: Version) => origin + href(base, addressOf(one));
  return [
    ...versions.map((one) => ({ language: one.language, href: link(one) })),
    { language: 'x-default', href: link(main) },
  ];
}

/**
 * The same front in all languages of the paper that have it, with the main one for readers of all others;
 * empty if there is only one.
 */
export function frontAlternates(
  addressIn: (addresses: Addresses) => Address,
  settings: PageSettings,
  hasIt: (locale: Locale) => boolean = () => true,
): readonly AlternateView[] {
  const having = settings.locales.filter(hasIt);
  const [main = settings.locales[0]] = having;
  return alternateViews(having, main, ({ prefix }) => addressIn(addressesIn(prefix)), settings);
}

/** What an address may have (RFC 3986, 2), as nearly all have nothing else. */
const PLAIN = /^[\w.~:/?#[\]@!$&'()*+,;=%-]*$/;

/**
 * The full address of a picture that has one within the site, or on another: percent-encoded, since browsers take one with a
 * blank or an `ë`, and readers of feeds and sitemaps do not.
 */
export function absolute(src: string, origin: string): string {
  const whole = src.startsWith('//') ? `https:${src}` : src.startsWith('/') ? origin + src : src;
  return PLAIN.test(whole) || !URL.canParse(whole) ? whole : new URL(whole).href;
}
