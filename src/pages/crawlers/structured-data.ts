/**
 * What a page says to search engines, as JSON-LD (https://schema.org). All addresses are absolute, so
 * there is none while the paper has no url.
 */
import type {
  BreadcrumbList,
  CollectionPage,
  NewsArticle,
  NewsMediaOrganization,
  ProfilePage,
  WebPage,
  WebSite,
  WithContext,
} from 'schema-dts';
import { isoLocal } from '../../base/instant.ts';
import { type Address, href } from '../../base/paths.ts';
import type { Article } from '../../news/article.ts';
import type { FlatPage } from '../../news/flat-page.ts';
import type { Author } from '../../news/lists.ts';
import { type Section, sectionTitle } from '../../news/section.ts';
import type { LocalPaper } from '../local-paper.ts';
import { type PageSettings, POLICIES, type Policy } from '../settings.ts';
import { absolute as absolutePicture, shareView } from '../share.ts';

/** Something that schema.org knows, ready to be written. */
export type StructuredData = WithContext<
  NewsArticle | BreadcrumbList | WebSite | WebPage | CollectionPage | ProfilePage
>;

const CONTEXT = 'https://schema.org';

/** An article and the way to it. */
export function articleData(
  article: Article,
  { around, edition, settings }: Pick<LocalPaper, 'around' | 'edition' | 'settings'>,
): readonly StructuredData[] {
  const share = shareView(article, edition, settings);
  const at = absolute(settings);
  if (share === null || at === null) return [];
  const { addresses, timezone } = settings;
  const modified = isoLocal(article.modified ?? article.published, timezone);
  const news: WithContext<NewsArticle> = {
    '@context': CONTEXT,
    '@type': 'NewsArticle',
    mainEntityOfPage: at(article.address),
    headline: article.title,
    datePublished: isoLocal(article.published, timezone),
    dateModified: modified,
    inLanguage: article.language,
    isAccessibleForFree: true,
    publisher: publisher(settings, at),
    ...(article.summary === '' ? {} : { description: article.summary }),
    ...(share.image === null ? {} : { image: [share.image.src] }),
    ...(article.section === null
      ? {}
      : { articleSection: sectionTitle(article.section, article.language) }),
    ...(article.authors.length === 0
      ? {}
      : {
          author: article.authors.map(({ slug, name, isDesk }) => ({
            '@type': isDesk ? ('Organization' as const) : ('Person' as const),
            name,
            url: at(addresses.author(slug)),
          })),
        }),
    ...(article.corrections.length === 0
      ? {}
      : {
          correction: article.corrections.map(({ date, text }) => ({
            '@type': 'CorrectionComment',
            datePublished: isoLocal(date, timezone),
            text,
          })),
        }),
  };
  const way: Step[] = [[settings.title, addresses.home]];
  const own = article.section === null ? [] : [article.section];
  for (const one of [...around.of(article), ...own])
    way.push([sectionTitle(one, article.language), addresses.section(one)]);
  return [news, crumbs([...way, [article.title, article.address]], at)];
}

/** The paper itself, on its home page. */
export function siteData(settings: PageSettings): readonly StructuredData[] {
  const at = absolute(settings);
  if (at === null) return [];
  const { addresses, title, language, description } = settings;
  return [
    {
      '@context': CONTEXT,
      '@type': 'WebSite',
      name: title,
      url: at(addresses.home),
      ...(description === '' ? {} : { description }),
      inLanguage: language,
      publisher: publisher(settings, at),
    },
  ];
}

/** A section's front and the way to it, through those of which it is a part. */
export function sectionData(
  section: Section,
  { around, settings }: Pick<LocalPaper, 'around' | 'settings'>,
): readonly StructuredData[] {
  const step = (one: Section): Step => [
    sectionTitle(one, settings.language),
    settings.addresses.section(one),
  ];
  return collectionData(...step(section), settings, around.above(section).map(step));
}

/** A list of articles and the way to it. */
export function collectionData(
  name: string,
  front: Address,
  settings: PageSettings,
  above: readonly Step[] = [],
): readonly StructuredData[] {
  const at = absolute(settings);
  if (at === null) return [];
  const { addresses, title, language: inLanguage } = settings;
  const way: Step[] = [[title, addresses.home], ...above, [name, front]];
  return [
    { '@context': CONTEXT, '@type': 'CollectionPage', name, url: at(front), inLanguage },
    crumbs(way, at),
  ];
}

/** One of the paper's own pages and the way to it, through those `above`. */
export function flatPageData(
  own: FlatPage,
  above: readonly FlatPage[],
  settings: PageSettings,
): readonly StructuredData[] {
  const at = absolute(settings);
  if (at === null) return [];
  const { title, summary, updated, address, language } = own;
  const way = [...above, own].map((one): Step => [one.title, one.address]);
  return [
    {
      '@context': CONTEXT,
      '@type': 'WebPage',
      name: title,
      url: at(address),
      inLanguage: language,
      ...(summary === null ? {} : { description: summary }),
      ...(updated === null ? {} : { dateModified: isoLocal(updated, settings.timezone) }),
      publisher: publisher(settings, at),
    },
    crumbs([[settings.title, settings.addresses.home], ...way], at),
  ];
}

/** The page of an author of whom the paper says something. */
export function authorData(author: Author, settings: PageSettings): readonly StructuredData[] {
  const at = absolute(settings);
  const { person, name, slug, isDesk } = author;
  if (at === null || person === null) return [];
  const { role, bio, links } = person;
  const pages = links.map(({ url }) => url).filter((url) => !url.startsWith('mailto:'));
  return [
    {
      '@context': CONTEXT,
      '@type': 'ProfilePage',
      mainEntity: {
        ...(isDesk
          ? { '@type': 'Organization' as const }
          : { '@type': 'Person' as const, ...(role === null ? {} : { jobTitle: role }) }),
        name,
        url: at(settings.addresses.author(slug)),
        ...(bio === null ? {} : { description: bio }),
        ...(pages.length === 0 ? {} : { sameAs: pages }),
      },
    },
  ];
}

const ODD = /[<>&\u2028\u2029]/;

/** JSON that can stand in a script element: nothing in it ends one, or begins another. */
export function scriptJson(data: unknown): string {
  const json = JSON.stringify(data);
  if (!ODD.test(json)) return json;
  return json.replace(
    new RegExp(ODD, 'g'),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

type Absolute = (address: Address) => string;

function absolute({ origin, base, surfaces }: PageSettings): Absolute | null {
  return origin === null || !surfaces.structuredData
    ? null
    : (address) => origin + href(base, address);
}

function publisher(settings: PageSettings, at: Absolute): NewsMediaOrganization {
  const { addresses, locales, publisher: own, origin, base } = settings;
  const full = (text: string) =>
    absolutePicture(text.startsWith('/') ? base + text : text, origin ?? '');
  const policies = Object.entries(own.policies) as [Policy, string][];
  return {
    '@type': 'NewsMediaOrganization',
    name: own.name ?? locales[0].title,
    url: at(addresses.home),
    ...(own.logo === null ? {} : { logo: { '@type': 'ImageObject', url: full(own.logo) } }),
    ...(own.links.length === 0 ? {} : { sameAs: own.links }),
    correctionsPolicy: at(addresses.corrections),
    ...Object.fromEntries(policies.map(([name, url]) => [POLICIES[name], full(url)])),
  };
}

/** A page on the way to another: its name, and where it is. */
type Step = readonly [string, Address];

function crumbs(way: readonly Step[], at: Absolute): WithContext<BreadcrumbList> {
  return {
    '@context': CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: way.map(([name, address], place) => ({
      '@type': 'ListItem',
      position: place + 1,
      name,
      item: at(address),
    })),
  };
}
