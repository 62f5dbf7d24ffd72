/** Addresses of WordPress' own lists, its feeds among them, and the lists that take their place here. */
import { addressFault, decodedAddress } from '../base/paths.ts';
import { slugify } from '../base/slug.ts';
import { section } from '../news/section.ts';
import { addressesIn, feedOf } from '../pages/addresses.ts';
import type { ExportFacts } from './facts.ts';
import { writerName } from './writers.ts';

/**
 * From each to the other, in the form of `redirects:` of site.yaml. WordPress' bases for categories and authors can be
 * changed there, of which an export says nothing: these are the usual ones. Tags are too many for a file that people read.
 */
export function formerLists({
  sections,
  authors,
  writers,
  url,
  placed,
}: Pick<ExportFacts, 'sections' | 'authors' | 'writers' | 'url' | 'placed'>): Readonly<
  Record<string, string>
> {
  const own = addressesIn('');
  // Without a full address a paper has no feeds.
  const hasFeeds = url !== '';
  const taken = new Set(placed.map(({ path }) => path.replace(/\/?$/, '/')));
  const feeds = hasFeeds ? [['/feed/', own.rss] as const, ['/feed/atom/', own.atom] as const] : [];
  const fronts = sections.categories().flatMap(({ nicenames, names }) => {
    const former = decodedAddress(`/category/${nicenames.join('/')}/`);
    const front = own.section(section(names));
    return [
      [former, front] as const,
      ...(hasFeeds ? [[`${former}feed/`, feedOf(front)] as const] : []),
    ];
  });
  const bylines = [...writers].flatMap(([login, writer]) => {
    const [former, slug] = [slugify(login), slugify(writerName(writer, authors))];
    return former === '' || slug === '' ? [] : [[`/author/${former}/`, own.author(slug)] as const];
  });
  return Object.fromEntries(
    [...feeds, ...fronts, ...bylines].filter(
      ([former]) => addressFault(former) === null && !taken.has(former),
    ),
  );
}
