/** Sections: the desks of a paper, and the parts of a desk. */
import { compareText } from '../base/diagnostic.ts';
import { hash } from '../base/hash.ts';
import { slugify } from '../base/slug.ts';

/** A desk of the paper, or a part of one, and its front. */
export interface Section {
  /** As readers of the paper's language see it: "Rajoni". */
  readonly name: string;
  /** Its name after those of the sections it is a part of. */
  readonly names: readonly string[];
  /** Its part of addresses: `rajoni`, of a part `rajoni/kosova`. Sections with one slug are one section. */
  readonly slug: string;
  /** Its name in other languages, by BCP 47 tag. */
  readonly titles: Readonly<Record<string, string>>;
  /** One of the theme's colours; null for the theme's own. */
  readonly color: SectionColor | null;
  /** The slug of the section that it is a part of. */
  readonly parent: string | null;
  /** Other names under which articles mean it, as slugs. */
  readonly aliases: readonly string[];
}

/** The colours a section may have. The theme has a tone of each for light and dark pages. */
export const SECTION_COLORS = [
  'red',
  'orange',
  'amber',
  'green',
  'teal',
  'blue',
  'violet',
  'pink',
] as const;
export type SectionColor = (typeof SECTION_COLORS)[number];

/** A section of its names from the desk to the part: `['Rajoni', 'Kosova']`. */
export function section(
  names: readonly string[],
  more: Partial<Pick<Section, 'titles' | 'color' | 'aliases'>> = {},
): Section {
  const slugs = names.map((name) => slugify(name) || `section-${hash(name).slice(0, 8)}`);
  return {
    name: names.at(-1) ?? '',
    names,
    slug: slugs.join('/'),
    titles: {},
    color: null,
    aliases: [],
    ...more,
    parent: slugs.length > 1 ? slugs.slice(0, -1).join('/') : null,
  };
}

/** The names in "Rajoni / Kosova". A slash without spaces is part of a name: "Film/TV". */
export function sectionNames(text: string): string[] {
  return text
    .split(/\s+\/\s+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The declared section that a text means: by name, slug, title or alias, in any letter case. */
export function findSection(text: string, declared: readonly Section[]): Section | null {
  const { slug } = section(sectionNames(text));
  // "Kosova" alone means "Rajoni / Kosova" where no other section has that name.
  const own = (one: Section) => one.slug.slice(one.slug.lastIndexOf('/') + 1);
  const titled = (one: Section) =>
    Object.values(one.titles).some((title) => slugify(title) === slug);
  const unique = declared.filter((one) => own(one) === slug);
  return (
    declared.find((one) => one.slug === slug) ??
    declared.find((one) => one.aliases.includes(slug)) ??
    declared.find(titled) ??
    (unique.length === 1 ? (unique[0] ?? null) : null)
  );
}

/** A section's name for readers of a language. */
export function sectionTitle(
  { name, titles }: Pick<Section, 'name' | 'titles'>,
  language: string,
): string {
  return titles[language] ?? titles[language.split('-')[0] ?? ''] ?? name;
}

/**
 * The sections that articles bring and those they are parts of: each once, a part after its whole. Of several spellings
 * the first counts; with the oldest article first, a new one does not change the chrome.
 */
export function distinctSections(sections: Iterable<Section>): Section[] {
  const spellings = new Map<string, Section>();
  for (const { names } of sections)
    for (let depth = 1; depth <= names.length; depth++) {
      const one = section(names.slice(0, depth));
      if (!spellings.has(one.slug)) spellings.set(one.slug, one);
    }
  return [...spellings.values()].sort(
    (a, b) => compareText(a.parent ?? a.slug, b.parent ?? b.slug) || compareText(a.name, b.name),
  );
}

/** The slugs of a section and of the sections it is a part of: `rajoni/kosova` and `rajoni`. */
export function slugsUpwards(slug: string): string[] {
  const parts = slug.split('/');
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('/'));
}
