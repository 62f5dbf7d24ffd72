/** The chrome of a page: what masthead, navigation and footer show. Configuration only, and the sections. */
import { languageName } from '../base/language.ts';
import { type Address, href } from '../base/paths.ts';
import type { LocalEdition } from '../news/local-edition.ts';
import { addressesIn } from './addresses.ts';
import { type IconsView, iconsView } from './icons.ts';
import type { PageSettings } from './settings.ts';
import { type LinkView, sectionView } from './views.ts';

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
