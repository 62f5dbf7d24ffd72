/** Addresses of WordPress' own lists, its feeds among them, and the lists that take their place here. */
import { type Address, address, addressFault, decodedAddress } from '../base/paths.ts';
import { slugify } from '../base/slug.ts';
import { section } from '../news/section.ts';
import { addressesIn, feedOf } from '../pages/addresses.ts';
import type { ExportFacts, Placed } from './facts.ts';
import { writerName } from './writers.ts';

/** Where the lists of posts of one language were, and are: `/sq`, or empty. */
interface Branch {
  readonly former: string;
  readonly prefix: string;
  /** Slugs of the sections in which posts are. */
  readonly sections: Set<string>;
  /** Who wrote them, by what they log in as. */
  readonly writers: Set<string>;
}

/**
 * From each to the other, in the form of `redirects:` of site.yaml; `prefixOf` tells where the pages of a language are,
 * `isFree` whether neither an article nor a list of the paper is at an address.
 * WordPress' bases for categories and authors can be changed there, of which an export says nothing: these are the usual
 * ones. Tags are too many for a file that people read.
 */
export function formerLists(
  {
    sections,
    authors,
    writers,
    url,
    placed,
  }: Pick<ExportFacts, 'sections' | 'authors' | 'writers' | 'url' | 'placed'>,
  prefixOf: (language: string | null) => string,
  isFree: (place: Address) => boolean,
): Readonly<Record<string, string>> {
  const branches = branchesOf(placed, prefixOf);
  // Without a full address a paper has no feeds.
  const hasFeeds = url !== '';
  const feeds = branches.flatMap(({ former, prefix }) => {
    const own = addressesIn(prefix);
    return hasFeeds
      ? [
          [`${former}/feed/`, own.rss],
          [`${former}/feed/atom/`, own.atom],
        ]
      : [];
  });
  const fronts = branches.flatMap((branch) =>
    sections.categories().flatMap(({ nicenames, names }) => {
      const own = section(names);
      if (!branch.sections.has(own.slug)) return [];
      const former = decodedAddress(`${branch.former}/category/${nicenames.join('/')}/`);
      const front = addressesIn(branch.prefix).section(own);
      return [[former, front], ...(hasFeeds ? [[`${former}feed/`, feedOf(front)]] : [])];
    }),
  );
  const bylines = branches.flatMap((branch) =>
    [...writers].flatMap(([login, writer]) => {
      const [former, slug] = [nicenameOf(login), slugify(writerName(writer, authors))];
      if (former === '' || slug === '' || !branch.writers.has(login)) return [];
      return [[`${branch.former}/author/${former}/`, addressesIn(branch.prefix).author(slug)]];
    }),
  );
  const all = new Map<string, string>();
  for (const [former = '', now = ''] of [...feeds, ...fronts, ...bylines])
    if (addressFault(former) === null && isFree(address(former)) && !all.has(former))
      all.set(former, now);
  return Object.fromEntries(all);
}

/** That of the main language first, which is there without posts too. */
function branchesOf(
  placed: readonly Placed[],
  prefixOf: (language: string | null) => string,
): readonly Branch[] {
  const branches = new Map<string, Branch>();
  const branch = (former: string, prefix: string): Branch => {
    const key = `${former} ${prefix}`;
    const one = branches.get(key) ?? { former, prefix, sections: new Set(), writers: new Set() };
    branches.set(key, one);
    return one;
  };
  branch('', '');
  for (const { path, language, section: names, writers, isScheduled } of placed) {
    // Lists of these alone are not there yet, and tell nobody's name.
    if (isScheduled) continue;
    // Plugins can leave the language out of addresses, that of the main one above all.
    const isBelow = language !== null && path.startsWith(`/${language}/`);
    const one = branch(isBelow ? `/${language}` : '', prefixOf(language));
    if (names !== null)
      for (const part of [names.slice(0, 1), names]) one.sections.add(section(part).slug);
    for (const login of writers) one.writers.add(login);
  }
  return [...branches.values()];
}

/** What WordPress makes of what somebody logs in as for an address: without the signs of an address of mail, but with `_`. */
function nicenameOf(login: string): string {
  return login
    .normalize('NFD')
    .toLowerCase()
    .replace(/[./]/g, '-')
    .replace(/[^a-z0-9 _-]/g, '')
    .trim()
    .replace(/[ -]+/g, '-')
    .replace(/^-|-$/g, '');
}
