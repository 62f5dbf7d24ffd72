/** `sections:` of site.yaml: names, or records with names in other languages, colour, whole and aliases. */
import { slugify } from '../base/slug.ts';
import { type Field, isRecord, shown } from '../content/field.ts';
import {
  findSection,
  SECTION_COLORS,
  type Section,
  section,
  sectionNames,
} from '../news/section.ts';
import { expected, readParts } from './parts.ts';
import { type Fault, textOf, titlesOf, within } from './values.ts';

const HOW =
  'Write it as sections: [Rajoni, Sport], or each section as a record: {name: Rajoni, titles: {en: Region}, color: red}.';

/** Reads the sections in the paper's order; null if something is wrong, which is reported. */
export function readSections(field: Field, fault: Fault): readonly Section[] | null {
  if (!Array.isArray(field.value)) {
    fault('config/value', `"${field.key}" is not a list of sections`, HOW);
    return null;
  }
  let faults = 0;
  const counted: Fault = (...found) => {
    faults += 1;
    fault(...found);
  };
  const sections: Section[] = [];
  for (const [place, item] of field.value.entries()) {
    const told = within(counted, place);
    const one = readSection(item, sections, told);
    if (one === null) continue;
    if (sections.some(({ slug }) => slug === one.slug))
      told(
        'config/value',
        `the section "${one.names.join(' / ')}" appears twice`,
        'Sections that differ by letter case or accents only are one section. Remove one.',
      );
    else sections.push(one);
  }
  return faults === 0 ? sections : null;
}

function readSection(item: unknown, earlier: readonly Section[], fault: Fault): Section | null {
  const plain = textOf(item);
  if (plain !== null) return placed(sectionNames(plain), null, {}, earlier, fault);
  if (!isRecord(item)) {
    fault('config/value', `"${shown(item)}" is not a section`, HOW);
    return null;
  }
  const read = readParts({ key: textOf(item.name) ?? 'sections', value: item }, fault, {
    name: (value) => textOf(value) ?? expected('a name'),
    parent: (value) => textOf(value) ?? expected('the name of a section'),
    titles: (value) =>
      titlesOf(value) ?? expected('a name for each language, such as {en: Region}'),
    color: (value) =>
      SECTION_COLORS.find((one) => one === value) ??
      expected(`a colour; there are ${SECTION_COLORS.join(', ')}`),
    aliases(value) {
      const names = (Array.isArray(value) ? value : [value]).map(textOf);
      return names.every((one) => one !== null) ? names.map(slugify) : expected('a list of names');
    },
  });
  const { name, parent = null, ...more } = read;
  if (name !== undefined) return placed(sectionNames(name), parent, more, earlier, fault);
  fault('config/value', 'a section has no name', HOW);
  return null;
}

/** A section below the one it is a part of, which must stand before it. */
function placed(
  names: readonly string[],
  parent: string | null,
  more: Parameters<typeof section>[1],
  earlier: readonly Section[],
  fault: Fault,
): Section | null {
  const upper = parent ?? (names.length > 1 ? names.slice(0, -1).join(' / ') : null);
  if (upper === null) return section(names, more);
  const whole = findSection(upper, earlier);
  if (whole !== null) return section([...whole.names, names.at(-1) ?? ''], more);
  fault(
    'config/value',
    `the section "${names.at(-1)}" is a part of "${upper}", which is not declared before it`,
    `Add a line above it: - ${upper}.`,
  );
  return null;
}
