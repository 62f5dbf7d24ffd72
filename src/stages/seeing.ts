/** What readers may see: from all articles to the edition of an instant, with what is wrong among them. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Instant } from '../base/instant.ts';
import type { Address } from '../base/paths.ts';
import type { SiteConfig } from '../config.ts';
import type { Pictures } from '../content/picture.ts';
import type { Shelf } from '../content/shelf.ts';
import type { Article } from '../news/article.ts';
import { type Edition, edit } from '../news/edition.ts';
import { addressFaults } from '../news/faults.ts';
import type { FlatPage, FlatPages } from '../news/flat-page.ts';
import { filesInTheWay } from '../news/in-the-way.ts';
import { versionFaults } from '../news/pages-in-sight.ts';
import type { People } from '../news/person.ts';
import { placeMarkOf } from '../news/places.ts';
import type { Register } from '../news/register.ts';
import { relate } from '../news/relations.ts';
import type { ScheduleOptions } from '../news/schedule.ts';
import { reservedAddresses } from '../pages/reserved.ts';
import { ownFiles } from '../settings/logos.ts';
import type { Reading } from './reading.ts';

/** What an edition is made from. */
export interface Facts {
  readonly config: SiteConfig;
  readonly register: Register;
  readonly people: People;
  readonly flatPages: FlatPages;
  readonly shelf: Shelf;
  readonly pictures: Pictures;
  readonly now: Instant;
  readonly drafts: boolean;
}

/** An edition, and the articles among which it was chosen. */
export interface Seen {
  readonly edition: Edition;
  /** Those with an address of their own, whoever may see them. */
  readonly articles: readonly Article[];
  /** The paper's own pages, whoever may see them. */
  readonly flatPages: readonly FlatPage[];
  readonly timing: ScheduleOptions;
  readonly diagnostics: readonly Diagnostic[];
}

export function see(facts: Facts, { locateValue }: Pick<Reading, 'locateValue'>): Seen {
  const { config, register, people, shelf, pictures, now, drafts } = facts;
  const { locales, sections, flash } = config.news;
  const { surfaces, origin } = config.pages;
  const timing = { drafts, newsSitemap: surfaces.sitemaps && origin !== null };
  const taken = reservedAddresses(
    register,
    {
      sections,
      drafts,
      pages: config.pages,
      redirects: config.redirects,
      flatPages: facts.flatPages.pages,
    },
    shelf,
    locateValue,
  );
  const { alone: flatPages, clashing: clashingPages } = taken.flatPages;
  const addressed = addressFaults(register.articles, register.columns, taken.reserved, { drafts });
  const blocked = filesInTheWay(register.articles, register.columns, taken.reserved, { drafts });
  const { alone: articles, clashing, aliasesOf } = addressed;
  const relations = relate(articles, register.columns, { drafts }, aliasesOf, locateValue);
  const leftOut = [...register.leftOut(), ...facts.flatPages.leftOut];
  const isFree = (address: Address) =>
    taken.reserved.at(placeMarkOf(address)) === undefined &&
    taken.reserved.later(address) === undefined;
  const lost = [
    ...leftOut.flatMap(({ addresses }) => addresses),
    ...[...clashing, ...clashingPages].flatMap(({ address, aliases }) => [address, ...aliases]),
  ];
  const edition = edit(articles, now, {
    ...timing,
    locales,
    sections,
    flash,
    people,
    flatPages,
    relations,
    related: surfaces.related,
    shelf,
    pictures,
    addressing: {
      aliasesOf,
      makerAt: taken.reserved.at,
      leftOut: [...leftOut, ...clashing, ...clashingPages],
      leftOutPlaces: new Set(lost.filter(isFree).map(placeMarkOf)),
    },
    redirects: config.redirects,
    ownFiles: ownFiles(config.pages, config.markdown.own),
    register,
  });
  const diagnostics = [
    ...taken.diagnostics,
    ...addressed.diagnostics,
    ...blocked.diagnostics,
    ...relations.diagnostics,
    ...versionFaults(flatPages, { drafts }, locateValue),
  ];
  return { edition, articles, flatPages, timing, diagnostics };
}
