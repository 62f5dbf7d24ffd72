/** What the paper decides about its pages, and the same in one of its languages. */
import type { Locale, Locales } from '../news/locale.ts';
import { type Addresses, addressesIn } from './addresses.ts';
import type { ThemeSettings } from './theme-settings.ts';

export type { FontChoice, ThemeSettings } from './theme-settings.ts';

/**
 * How "Latest news" stays current on the pages of articles: a snapshot that a script replaces, made anew
 * with every build, or put in by the server (server-side includes, edge-side includes).
 */
export const RAIL_MODES = ['snapshot', 'baked', 'ssi', 'esi'] as const;
export type RailMode = (typeof RAIL_MODES)[number];

/** What is made beside the pages of articles and their fronts. */
export interface Surfaces {
  readonly archives: boolean;
  readonly feeds: boolean;
  readonly pictures: boolean;
  readonly redirects: boolean;
  readonly related: boolean;
  readonly search: boolean;
  readonly sitemaps: boolean;
  readonly structuredData: boolean;
  readonly tags: boolean;
}

/** What feeds hold. */
export interface FeedSettings {
  readonly content: 'full' | 'summary';
  /** Entries at most. */
  readonly size: number;
  /** True if each author, each tag has a feed. */
  readonly authors: boolean;
  readonly tags: boolean;
  /** The full address of a WebSub hub; null if the paper has none. */
  readonly hub: string | null;
}

/** The policies of a newsroom that schema.org knows (NewsMediaOrganization), by the names of site.yaml. */
export const POLICIES = {
  publishing: 'publishingPrinciples',
  ethics: 'ethicsPolicy',
  corrections: 'correctionsPolicy',
  diversity: 'diversityPolicy',
  ownership: 'ownershipFundingInfo',
  masthead: 'masthead',
  mission: 'missionCoveragePrioritiesPolicy',
  bylines: 'noBylinesPolicy',
  sources: 'unnamedSourcesPolicy',
  verification: 'verificationFactCheckingPolicy',
  feedback: 'actionableFeedbackPolicy',
} as const;
export type Policy = keyof typeof POLICIES;

/** Who publishes the paper. Addresses are within the site (`/ethics/`), or full. */
export interface Publisher {
  /** Null if it is the paper's own name. */
  readonly name: string | null;
  readonly logo: string | null;
  /** Its pages elsewhere. */
  readonly links: readonly string[];
  readonly policies: Readonly<Partial<Record<Policy, string>>>;
}

/** What the whole paper decides. */
export interface PaperSettings {
  readonly locales: Locales;
  /** `https://example.org` without a path; null if the paper has no url yet. */
  readonly origin: string | null;
  /** The path of the paper's url without closing slash, or empty. */
  readonly base: string;
  /** IANA zone in which dates are shown. */
  readonly timezone: string;
  /** The tag that marks flash news; the kicker shows it, so the list of tags does not. */
  readonly flashTag: string;
  /** Items of "Latest news". */
  readonly railSize: number;
  readonly rail: RailMode;
  readonly surfaces: Surfaces;
  readonly feeds: FeedSettings;
  readonly publisher: Publisher;
  /** The file of the icon, relative to the site; null if there is none. */
  readonly icon: string | null;
  readonly theme: ThemeSettings;
  /** True if the editor stands at /admin/. */
  readonly hasAdmin: boolean;
}

/** The same in one language. */
export interface PageSettings extends PaperSettings, Locale {
  readonly addresses: Addresses;
}

/** The settings of the pages in a language of the paper. */
export function inLocale(paper: PaperSettings, locale: Locale): PageSettings {
  return { ...paper, ...locale, addresses: addressesIn(locale.prefix) };
}
