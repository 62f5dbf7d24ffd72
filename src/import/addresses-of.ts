/** Where an article is and was: the address of its post, where the paper's pattern gives another, and its former ones. */
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
import { type ExportFacts, pagePath } from './facts.ts';
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

/** What of an article its address is made of. */
export interface Own {
  readonly slug: string;
  readonly instant: Instant | null;
  readonly section: readonly string[] | null;
  readonly lang: string | null;
  readonly isDraft: boolean;
  readonly tell: (problem: string, help: string) => void;
}

/** Its address where the paper's pattern gives another, and its former ones. */
export function addresses(
  item: WxrRecord,
  own: Own,
  paper: AddressFacts,
): (readonly [FieldName, string | null])[] {
  const { claims } = paper;
  const post = identityOf(item);
  const link = pagePath(item.text('link').trim(), paper.export.own);
  const path = link === '/' ? null : link;
  const fault = path === null ? null : pageFault(path);
  const usual = usualAddress(own, paper);
  const had = path === null || fault !== null ? usual : address(path);
  const place = had === null || own.isDraft ? had : freeAddress(had, post, own, claims);
  if (place !== null && !own.isDraft) claims.take(place, post);

  const aliases = former(item, had, usual, own, paper);
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
  return [
    ['permalink', place === null || place === usual ? null : scalar(place)],
    ['aliases', listed(kept.map(({ written }) => written))],
  ];
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

/** The address that a post had, or, where that is another's, one beside it. */
function freeAddress(had: Address, post: string, own: Own, claims: Claims): Address {
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

/** Addresses under its former slugs. */
function former(
  item: WxrRecord,
  had: Address | null,
  usual: Address | null,
  own: Own,
  paper: AddressFacts,
): { written: string; place: Address }[] {
  const slugs = new Set((item.meta.get('_wp_old_slug') ?? []).map((slug) => decoded(slug.trim())));
  return [...slugs].flatMap((slug) => {
    if (slug === '' || had === null) return [];
    const isPlain = slugify(slug) === slug;
    if (had === usual && isPlain && own.instant !== null) {
      const place = usualAddress({ ...own, slug }, paper);
      return place === null || place === usual ? [] : [{ written: slug, place }];
    }
    const whole = `${had.replace(/[^/]*\/?$/, '')}${slug}/`;
    if (addressFault(whole) !== null || address(whole) === had) return [];
    return [{ written: whole, place: address(whole) }];
  });
}
