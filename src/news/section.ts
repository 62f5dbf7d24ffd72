import { compareText } from '../base/diagnostic.ts';
import { hash } from '../base/hash.ts';
import { slugify } from '../base/slug.ts';

/** A desk of the paper and its front. */
export interface Section {
  /** As readers see it: "Rajoni". */
  readonly name: string;
  /** Its part of addresses: `rajoni`. Sections with one slug are one section. */
  readonly slug: string;
}

/** The section of a name. Names that differ by letter case or accents only are one section. */
export function section(name: string): Section {
  return { name, slug: slugify(name) || `section-${hash(name).slice(0, 8)}` };
}

/** Each section once, sorted by name; of several spellings the first in that order is shown. */
export function distinctSections(sections: Iterable<Section>): Section[] {
  const spellings = new Map<string, Section>();
  for (const one of sections) {
    const known = spellings.get(one.slug);
    if (known === undefined || compareText(one.name, known.name) < 0) spellings.set(one.slug, one);
  }
  return [...spellings.values()].sort((a, b) => compareText(a.name, b.name));
}
