/** What a page says about itself in its head. */
import { type Direction, direction } from '../base/language.ts';
import { type Address, href } from '../base/paths.ts';
import type { FeedLinkView } from './chrome.ts';
import type { PageSettings } from './settings.ts';

/** How a link to a page is shown elsewhere. */
export interface ShareView {
  readonly image: SharedImageView | null;
  /** Null on a page that is no article. */
  readonly article: SharedArticleView | null;
}

/** The `og:image` and its properties. */
export interface SharedImageView {
  readonly src: string;
  readonly alt: string;
  /** Pixels; null of another site's, or if the file does not tell. */
  readonly width: number | null;
  /** Null if and only if the width is. */
  readonly height: number | null;
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
  /** The page's own address, as links to it are written. */
  readonly href: string;
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

/** What a list of the paper is, in a line; empty if the paper does not say what it is itself. */
export function descriptionOf(title: string, { description }: PageSettings): string {
  return description === '' ? '' : `${title} · ${description}`;
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
    href: href(base, at),
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
