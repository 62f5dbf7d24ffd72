/** The chrome of a page: what masthead, navigation and footer show. Configuration only, the sections, and the paper's own pages. */
import { languageName } from '../base/language.ts';
import { type Address, href } from '../base/paths.ts';
import type { PictureSize } from '../content/picture.ts';
import type { Edition } from '../news/edition.ts';
import type { FlatPage } from '../news/flat-page.ts';
import type { LocalEdition } from '../news/local-edition.ts';
import { sectionTitle } from '../news/section.ts';
import { addressesIn } from './addresses.ts';
import { type IconsView, iconsView } from './icons.ts';
import type { PageSettings, PaperSettings } from './settings.ts';
import type { ThemeLink } from './theme-settings.ts';
import { type LinkView, sectionView } from './views.ts';

/** The paper itself, on every page: configuration only, the sections, and the paper's own pages. */
export interface SiteView {
  readonly title: string;
  /** The name in the masthead: the title, unless the paper has another there. */
  readonly name: string;
  /** The paper in a sentence; may be empty. */
  readonly description: string;
  /** The picture in the place of the name; null if there is none, or its file is not there. */
  readonly logo: LogoView | null;
  readonly language: string;
  readonly home: string;
  readonly latest: string;
  readonly corrections: string;
  /** The pages that list all sections, authors and tags; the last null if tags have no pages. */
  readonly allSections: string;
  readonly allAuthors: string;
  readonly allTags: string | null;
  /** The page on which readers search; null if there is none. */
  readonly search: string | null;
  /** The desks, without their parts. */
  readonly sections: readonly LinkView[];
  /** The paper's own links, in the masthead and in the footer. */
  readonly links: readonly LinkView[];
  readonly footerLinks: readonly LinkView[];
  /** The paper elsewhere; full addresses. */
  readonly social: readonly LinkView[];
  /** The languages of the paper; empty if there is only one. */
  readonly languages: readonly LanguageView[];
  /** The feeds of the whole paper, in this language. */
  readonly feeds: readonly FeedLinkView[];
  /** Null if the paper has no icon. */
  readonly icons: IconsView | null;
}

/** The picture of the paper's name. */
export interface LogoView {
  readonly src: string;
  /** The picture on dark pages; null if it is the same. */
  readonly dark: string | null;
  /** CSS pixels; null if the picture does not say. */
  readonly width: number | null;
  readonly height: number | null;
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

/** The chrome. Of the edition it shows the paper's own pages in all languages; `sizeOf` knows its pictures by their addresses. */
export function siteView(
  local: LocalEdition,
  { flatPages: pages, hides }: Pick<Edition, 'flatPages' | 'hides'>,
  settings: PageSettings,
  sizeOf: (src: string) => PictureSize | null,
): SiteView {
  const { addresses, base, language, locales, surfaces, theme } = settings;
  const at = (address: Address) => href(base, address);
  // A link to what readers cannot see yet would tell of it, and lead nowhere.
  const links = (list: readonly ThemeLink[]) =>
    list
      .filter((link) => !hides(withinPaper(link.href, settings)))
      .map((link) => linkView(link, pages, settings));
  return {
    title: settings.title,
    name: nameIn(settings),
    description: settings.description,
    logo: logoView(settings, sizeOf),
    language,
    home: at(addresses.home),
    latest: at(addresses.latest),
    corrections: at(addresses.corrections),
    allSections: at(addresses.sections),
    allAuthors: at(addresses.authors),
    allTags: surfaces.tags ? at(addresses.tags) : null,
    search: surfaces.search ? at(addresses.search) : null,
    sections: local.sections
      .filter(({ parent }) => parent === null)
      .map((one) => sectionView(one, settings)),
    links: links(theme.header),
    footerLinks: theme.footer === null ? pageLinks(local, settings) : links(theme.footer),
    social: links(theme.social),
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

/** The name in the masthead, as readers of a language know it. */
function nameIn({ theme: { name }, title, language }: PageSettings): string {
  return typeof name === 'object' && name !== null
    ? sectionTitle({ name: title, titles: name }, language)
    : (name ?? title);
}

/** A link as readers of a language know it; one to a page of the paper leads to its version in that language, if there is one. */
function linkView(
  { name, href: to, titles }: ThemeLink,
  pages: readonly FlatPage[],
  { base, language, prefix }: PageSettings,
): LinkView {
  const there = pages.find(({ address }) => address === to);
  const key = there?.locale.prefix === prefix ? null : (there?.version ?? null);
  const own = pages.find(({ locale, version }) => version === key && locale.prefix === prefix);
  if (key === null || own === undefined)
    return { name: sectionTitle({ name, titles }, language), href: withBase(base, to) };
  return {
    name: sectionTitle({ name: own.title, titles }, language),
    href: href(base, own.address),
  };
}

/** An address of site.yaml that may be a full one of the paper, as one within the site. */
export function withinPaper(
  href: string,
  { origin, base }: Pick<PaperSettings, 'origin' | 'base'>,
): string {
  const root = `${origin}${base}`;
  return href.startsWith(`${root}/`) ? href.slice(root.length) : href;
}

/** The paper's own pages, where site.yaml names no links: those that stand below no other, in the order of their files. */
function pageLinks({ flatPages }: LocalEdition, { base }: PageSettings): readonly LinkView[] {
  const isBelow = ({ address }: FlatPage) =>
    flatPages.some((one) => one.address !== address && address.startsWith(one.address));
  return flatPages
    .filter((page) => !isBelow(page))
    .map(({ title, address }) => ({ name: title, href: href(base, address) }));
}

function logoView(
  { base, theme: { logo } }: PageSettings,
  sizeOf: (src: string) => PictureSize | null,
): LogoView | null {
  if (logo === null) return null;
  const dark = logo.dark === null ? null : withBase(base, logo.dark);
  const { width = null, height = null } = sizeOf(logo.src) ?? {};
  return { src: withBase(base, logo.src), dark, width, height };
}

/** An address of site.yaml as it stands in a page: one within the site below the base path, any other as it is. */
export function withBase(base: string, text: string): string {
  if (!text.startsWith('/')) return text;
  // What is percent-encoded already stays so; the rest follows the rules of `href`.
  return encodeURI(base + text).replace(/%25(?=[0-9a-f]{2})/gi, '%');
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
