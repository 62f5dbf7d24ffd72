/** What an article is, once everything that its front matter may leave out has been decided. */
import type { Instant } from '../base/instant.ts';
import type { Address } from '../base/paths.ts';
import type { Reference } from '../content/document.ts';
import type { OwnSite } from '../content/own-site.ts';
import type { Mark } from '../memo/mark.ts';
import type { Correction } from './correction.ts';
import type { FieldNames } from './fields.ts';
import type { Flash, FlashSettings } from './flash.ts';
import type { ImageField } from './image.ts';
import type { Locale, Locales } from './locale.ts';
import type { Byline } from './person.ts';
import type { Section } from './section.ts';

/** What the paper decides about its articles. */
export interface NewsSettings {
  /** The languages of the paper; articles without `lang` are in the first. */
  readonly locales: Locales;
  /** IANA zone of local times and of addresses. */
  readonly timezone: string;
  /** Declared sections in the paper's order; null if articles bring their own. */
  readonly sections: readonly Section[] | null;
  readonly flash: FlashSettings;
  /** Address pattern with {yyyy}, {mm}, {dd}, {slug} and {section}. */
  readonly permalink: string;
  readonly fieldNames: FieldNames;
  /** A picture may be named by its full address, too. */
  readonly own: OwnSite;
}

/** Whether drafts count too, as in a preview; never what is under embargo. */
export interface DraftsOption {
  readonly drafts: boolean;
}

/** What a file says of one story. Plain data; everything that the front matter may leave out has been decided. */
export interface ArticleFields {
  /** The file, relative to the site; identifies the article. */
  readonly path: string;
  readonly address: Address;
  /** Its part of the address; other articles may name it by this. */
  readonly slug: string;
  /** Former addresses, which lead to it. */
  readonly aliases: readonly Address[];
  readonly title: string;
  /** The publication instant: `publish`, else `date`. It alone orders and is shown. */
  readonly published: Instant;
  /** True if its author gave the publication a day and no time. */
  readonly dayOnly: boolean;
  /** The moment from which the article is gone, or null. */
  readonly expires: Instant | null;
  /** The last update or correction; null if there was none. schema.org's dateModified. */
  readonly modified: Instant | null;
  readonly section: Section | null;
  readonly tags: readonly string[];
  readonly authors: readonly Byline[];
  /** From the front matter, else the beginning of the text; may be empty. */
  readonly summary: string;
  /** The summary of the front matter; null if there is none. */
  readonly standfirst: string | null;
  readonly kicker: string | null;
  /** Where it was reported from. */
  readonly location: string | null;
  readonly flash: Flash;
  /** Slug, file or address of the flash item whose place it takes. */
  readonly replaces: string | null;
  /** From 0 to 9; the highest leads. */
  readonly priority: number;
  readonly image: ImageField | null;
  /** BCP 47. */
  readonly language: string;
  /** The language of the paper under which it appears. */
  readonly locale: Locale;
  /** What the versions of one article in several languages share. */
  readonly translations: string | null;
  readonly series: Series | null;
  /** Slugs, files or addresses of articles on the same subject; null if the author named none. */
  readonly related: readonly string[] | null;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
  /** The full address of the original where it was published first; null for its own. */
  readonly canonical: string | null;
  readonly status: 'published' | 'draft' | 'withdrawn';
  readonly references: readonly Reference[];
  /** Keys that Gazeta does not read, for templates. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/**
 * One story of the paper. It may be one of a million: what all of them are asked for costs little, the rest is
 * read from the store when it is asked for (news/register).
 */
export interface Article extends ArticleFields {
  /** Its place in the register, from 0: that of its file among all files of articles. */
  readonly row: number;
  /** The local day of its publication, `20230926`. */
  readonly day: number;
  /** The last update or correction, else the publication. */
  readonly changed: Instant;
  /** True if it refers to something within the site, in its text or by its picture. */
  readonly refers: boolean;
  /** True if it had other addresses. */
  readonly hasAliases: boolean;
  /** True if its address has the form of what may be there one day: of an archive, or a sitemap. */
  readonly mayBeLater: boolean;
  /** Stands for the path of its file. */
  readonly pathMark: Mark;
  /** Stands for the bytes of its file. */
  readonly fileMark: Mark;
  /** Stands for its file, and for what the paper makes of such a file. */
  readonly contentMark: Mark;
  /** Stands for its address, as links to it show it. */
  readonly addressMark: Mark;
  /** Stands for what a rail shows of it. */
  readonly headlineMark: Mark;
  /** Stands for what a front shows of it, but for the size of its picture. */
  readonly cardMark: Mark;
  /** Of the address of its picture as it was written. */
  readonly imageMark: Mark;
  /** Stands for the place of its page in the output (output/manifest). */
  readonly placeMark: Mark;
  /** Stands for what its versions in several languages share; `NO_MARK` if there are no others. */
  readonly translationMark: Mark;
}

/** A row of articles under one name. */
export interface Series {
  readonly name: string;
  readonly slug: string;
}
