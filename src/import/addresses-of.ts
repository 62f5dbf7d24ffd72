/** Where an article or a page is and was: the address that it had, where that can be, and its former ones. */
import { hash } from '../base/hash.ts';
import type { Instant } from '../base/instant.ts';
import { type Address, address, addressFault, pageFault } from '../base/paths.ts';
import { slugify } from '../base/slug.ts';
import { listed, scalar } from '../content/front-matter-text.ts';
import { fromPattern } from '../news/address.ts';
import type { FieldName } from '../news/fields.ts';
import { type Locales, localeOf } from '../news/locale.ts';
import { section } from '../news/section.ts';
import type { Claims } from './claims.ts';
import type { ExportFacts } from './facts.ts';
import { pagePath } from './old-site.ts';
import { decoded, identityOf } from './post.ts';
import type { WxrRecord } from './wxr.ts';

/** What the paper says of addresses. */
export interface AddressFacts {
  readonly timezone: string;
  readonly permalink: string;
  readonly locales: Locales;
  readonly claims: Claims;
  readonly export: Pick<ExportFacts, 'own'>;
}

/** Who is to have an address. */
export interface Claimant {
  readonly isDraft: boolean;
  readonly tell: (problem: string, help: string) => void;
}

/** What of an article its address is made of. */
export interface Own extends Claimant {
  readonly slug: string;
  readonly instant: Instant | null;
  readonly section: readonly string[] | null;
  readonly lang: string | null;
}

/** Its address where the paper's pattern gives another, and its former ones. */
export function addresses(
  item: WxrRecord,
  own: Own,
  paper: AddressFacts,
): (readonly [FieldName, string | null])[] {
  const link = pagePath(item.text('link').trim(), paper.export.own);
  const usual = usualAddress(own, paper);
  const ways = {
    ...{ path: link === '/' ? null : link, usual },
    bySlug: (slug: string) => usualAddress({ ...own, slug }, paper),
  };
  const { place, aliases } = placed(item, ways, own, paper.claims);
  return [
    ['permalink', place === null || place === usual ? null : scalar(place)],
    ['aliases', listed(aliases.map(({ written }) => written))],
  ];
}

/** Where something can be. */
interface Ways {
  /** Where it was; null if nothing tells. */
  readonly path: string | null;
  /** Where it is if no page can be there. */
  readonly usual: Address | null;
  /** Where it would be under another slug, if a slug is enough to say so. */
  readonly bySlug?: (slug: string) => Address | null;
}

/** A former address, and how files write it. */
interface Alias {
  readonly written: string;
  readonly place: Address;
}

/** The address of a post or a page, which nobody else has, and its former ones. */
export function placed(
  item: WxrRecord,
  { path, usual, bySlug }: Ways,
  own: Claimant,
  claims: Claims,
): { readonly place: Address | null; readonly aliases: readonly Alias[] } {
  const post = identityOf(item);
  const fault = path === null ? null : pageFault(path);
  const had = path === null || fault !== null ? usual : address(path);
  const place = had === null || own.isDraft ? had : freeAddress(had, post, own, claims);
  if (place !== null && !own.isDraft) claims.take(place, post);

  const aliases = had === null ? [] : former(item, had, had === usual ? bySlug : undefined);
  // A page cannot be there, but it can lead on from there.
  if (path !== null && fault !== null && addressFault(path) === null)
    aliases.push({ written: path, place: address(path) });
  else if (path !== null && fault !== null)
    own.tell(
      `cannot have its address ${path}, which ${fault}`,
      'Links to it from elsewhere lead nowhere.',
    );
  const kept = own.isDraft
    ? aliases
    : aliases.filter(({ place: alias }) => {
        const isFree = claims.ownerOf(alias, post) === null;
        if (isFree) claims.take(alias, post);
        return isFree && alias.toLowerCase() !== place?.toLowerCase();
      });
  return { place, aliases: kept };
}

/** The address that the paper's pattern gives. */
function usualAddress(own: Own, paper: AddressFacts): Address | null {
  if (own.instant === null) return null;
  const { prefix } = localeOf(own.lang ?? paper.locales[0].language, paper.locales);
  return address(prefix + fromPattern(own.slug, partsOf(own, own.instant, paper)));
}

const partsOf = ({ section: names }: Own, published: Instant, paper: AddressFacts) => ({
  published,
  section: names === null ? null : section(names),
  permalink: paper.permalink,
  timezone: paper.timezone,
});

/** The address that a post or a page had, or, where that is another's, one beside it. */
function freeAddress(had: Address, post: string, own: Claimant, claims: Claims): Address {
  const owner = claims.ownerOf(had, post);
  if (owner === null) return had;
  const [, before = '/', name = 'post', end = '/'] =
    /^(.*\/)([^/]+?)(\/|\.[^./]+)$/.exec(had) ?? [];
  const id = slugify(post.split(' ')[0] ?? '');
  // Beside it there may be no place either, as among the pages of tags; the number of the post is nobody else's.
  const place =
    [`${before}${name}-2${end}`, `/${slugify(name) || 'post'}-${id}/`, `/post-${id}-${hash(post)}/`]
      .filter((one) => addressFault(one) === null)
      .map(address)
      .find((one) => claims.ownerOf(one, post) === null) ?? address(`/${hash(had + post)}/`);
  own.tell(
    `cannot have its address ${had}, which is that ${owner}`,
    `It is at ${place} now. Another address is a line "permalink:" in it.`,
  );
  return place;
}

/** Addresses under its former slugs: as slugs where these are enough. */
function former(item: WxrRecord, had: Address, bySlug: Ways['bySlug']): Alias[] {
  const slugs = new Set((item.meta.get('_wp_old_slug') ?? []).map((slug) => decoded(slug.trim())));
  return [...slugs].flatMap((slug) => {
    if (slug === '') return [];
    if (bySlug !== undefined && slugify(slug) === slug) {
      const place = bySlug(slug);
      return place === null || place === had ? [] : [{ written: slug, place }];
    }
    const whole = `${had.replace(/[^/]*\/?$/, '')}${slug}/`;
    if (addressFault(whole) !== null || address(whole) === had) return [];
    return [{ written: whole, place: address(whole) }];
  });
}
