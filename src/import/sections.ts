/** Categories of WordPress as sections of a paper: of several that a post has one, and the others as tags. */
import { slugify } from '../base/slug.ts';
import { section } from '../news/section.ts';
import { addressesIn, fixedAddresses } from '../pages/addresses.ts';
import { metaOf, plain } from './post.ts';
import type { WxrRecord } from './wxr.ts';

interface Category {
  readonly name: string;
  /** The nicename of the category that it is a part of; empty if of none. */
  readonly parent: string;
}

export interface ExportSections {
  /** The categories of a post: the names of its section from the desk to the part, or null, and names of the others. */
  of(item: WxrRecord): {
    readonly section: readonly string[] | null;
    readonly others: readonly string[];
  };
  /** Names of categories that no section can have, since the paper has a page of its own there. They are tags. */
  readonly taken: ReadonlySet<string>;
  /** All sections that posts have, in the order of the paper's menu, else the one with most posts first. */
  inOrder(): readonly (readonly string[])[];
  /** Categories that are these sections, each by the nicenames from the uppermost down. */
  categories(): readonly Front[];
}

/** A category, and the section that it is. */
export interface Front {
  readonly nicenames: readonly string[];
  readonly names: readonly string[];
}

/**
 * The category that a post has if nobody gave it one, by what it is called before somebody renames it.
 * Where it was renamed it is a desk like others.
 */
const NONE = new Set(
  (
    'uncategorized uncategorised unkategorisiert allgemein non-classe senza-categoria te-pakategorizuara pa-kategori ' +
    'e-pakategorizuar nekategorisano nekategorizovano nerazvrstano bez-kategorije nekategorizirano genel kategorilenmemis ' +
    'sin-categoria sem-categoria niet-gecategoriseerd bez-kategorii'
  ).split(' '),
);

/** A desk and a part of it: what is below that counts as the part. */
const DEPTH = 2;

/** Plugins that let the desk say which of a post's categories counts. */
const PRIMARY = [
  '_yoast_wpseo_primary_category',
  'rank_math_primary_category',
  '_primary_category',
];

/** Pages that papers have whatever they are about, `latest`, and archives by years. */
const PAGES = new Set(fixedAddresses(addressesIn('')).map(([, path]) => path.split('/')[1] ?? ''));
const YEAR = /(?:^|\/)\d{4}$/;

const slugOf = (names: readonly string[]): string => section(names).slug;

/** `languages` are those of the paper, as far as they are known: each has pages of its own at its tag. */
export function sectionsOfExport(languages: { has(tag: string): boolean }) {
  const taken = new Set<string>();
  const categories = new Map<string, Category>();
  const byId = new Map<string, string>();
  const counts = new Map<string, { names: readonly string[]; posts: number }>();
  const menu = new Map<string, number>();

  /** What was asked, until another category comes: posts ask for few, and often. */
  const named = new Map<string, readonly string[]>();

  /** Its names from the desk down. A circle, which only a damaged database has, ends where it began. */
  const namesOf = (nicename: string, fallback: string): readonly string[] => {
    const known = named.get(`${nicename} ${fallback}`);
    if (known !== undefined) return known;
    const names: string[] = [];
    const seen = new Set<string>();
    for (let at = nicename; at !== '' && !seen.has(at); ) {
      seen.add(at);
      const own = categories.get(at);
      names.push(own?.name || (at === nicename ? fallback : ''));
      at = own?.parent ?? '';
    }
    const own = names
      .filter((name) => name !== '')
      .reverse()
      .slice(0, DEPTH);
    named.set(`${nicename} ${fallback}`, own);
    return own;
  };

  const wayTo = (nicename: string): readonly string[] => {
    const way = new Set<string>();
    for (let at = nicename; at !== '' && !way.has(at); at = categories.get(at)?.parent ?? '')
      way.add(at);
    return [...way].reverse();
  };

  const isTaken = (names: readonly string[]): boolean => {
    const slug = slugOf(names);
    const desk = slug.split('/')[0] ?? '';
    return PAGES.has(desk) || YEAR.test(slug) || YEAR.test(desk) || languages.has(desk);
  };

  const of: ExportSections['of'] = (item) => {
    const all = item.terms
      .filter(({ domain }) => domain === 'category')
      .map((term) => ({ ...term, names: namesOf(term.nicename, nameOf(term.name)) }))
      .filter(({ names }) => names.length > 0 && !NONE.has(slugify(names.join(' '))));
    const own = all.filter(({ names }) => !isTaken(names));
    const others = all.filter(({ names }) => isTaken(names)).map(({ names }) => names.at(-1) ?? '');
    for (const name of others) taken.add(name);
    const primary = PRIMARY.map((key) => byId.get(metaOf(item, key))).find((name) => name != null);
    const section = own.find(({ nicename }) => nicename === primary)?.names ?? deepest(own)?.names;
    if (section === undefined) return { section: null, others };
    const more = own
      .filter(({ names }) => !names.every((name, at) => section[at] === name))
      .map(({ names }) => names.at(-1) ?? '');
    return { section, others: [...more, ...others] };
  };

  return {
    of,
    taken,
    /** A category of the export. */
    take(record: WxrRecord): void {
      if (record.kind !== 'category') return;
      const nicename = record.text('wp:category_nicename').trim();
      named.clear();
      categories.set(nicename, {
        name: nameOf(record.text('wp:cat_name')),
        parent: record.text('wp:category_parent').trim(),
      });
      byId.set(record.text('wp:term_id').trim(), nicename);
    },
    /** An entry of a menu. */
    takeMenu(item: WxrRecord): void {
      if (metaOf(item, '_menu_item_object') !== 'category') return;
      const nicename = byId.get(metaOf(item, '_menu_item_object_id'));
      if (nicename === undefined) return;
      const slug = slugOf(namesOf(nicename, ''));
      const place = Number(item.text('wp:menu_order').trim()) || 0;
      menu.set(slug, Math.min(place, menu.get(slug) ?? place));
    },
    /** Counts a post under its section, and tells which that is. */
    count(item: WxrRecord): readonly string[] | null {
      const { section } = of(item);
      if (section === null) return null;
      const slug = slugOf(section);
      const known = counts.get(slug);
      if (known === undefined) counts.set(slug, { names: section, posts: 1 });
      else known.posts++;
      return section;
    },
    inOrder(): readonly (readonly string[])[] {
      const own = [...counts].filter(([, { names }]) => !isTaken(names));
      const all = new Map(own);
      // A part stands after its whole, which may have no post of its own.
      for (const [, { names, posts }] of own) {
        const whole = names.slice(0, 1);
        const slug = slugOf(whole);
        const known = all.get(slug) ?? { names: whole, posts: 0 };
        if (names.length > 1) all.set(slug, { ...known, posts: known.posts + posts });
      }
      const place = (slug: string) => menu.get(slug) ?? Number.POSITIVE_INFINITY;
      const sorted = [...all].sort(
        ([a, one], [b, other]) => compare(place(a), place(b)) || other.posts - one.posts,
      );
      // Parts of one desk may spell its name differently.
      const parts = new Map<string, (readonly string[])[]>();
      for (const [slug, { names }] of sorted) {
        const [desk = ''] = slug.split('/');
        const others = parts.get(desk) ?? [];
        parts.set(desk, others);
        if (names.length > 1) others.push(names);
      }
      return sorted
        .filter(([, { names }]) => names.length === 1)
        .flatMap(([slug, { names }]) => [names, ...(parts.get(slug) ?? [])]);
    },
    categories(): readonly Front[] {
      const slugs = new Set(this.inOrder().map(slugOf));
      return [...categories.keys()]
        .map((nicename) => ({ nicenames: wayTo(nicename), names: namesOf(nicename, '') }))
        .filter(({ names }) => names.length > 0 && slugs.has(slugOf(names)));
    },
  };
}

/** A slash with spaces divides a section from its part. */
const nameOf = (text: string): string => plain(text).replace(/\s+\/\s+/g, '/');

/** Of several categories the first of those that are parts, which say more than the whole; else the first. */
function deepest<T extends { names: readonly string[] }>(own: readonly T[]): T | undefined {
  const [first] = own;
  if (first === undefined) return undefined;
  return own.find(({ names }) => names.length > 1 && names[0] === first.names[0]) ?? first;
}

/** Orders numbers, infinite ones among them. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
