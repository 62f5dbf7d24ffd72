/** `theme.home` of site.yaml: what stands on the home page, and in which shape. */
import { didYouMean, suggest } from '../base/suggest.ts';
import { isRecord, shown } from '../content/field.ts';
import { FRONT_SIZE } from '../news/calendar.ts';
import { findSection, type Section, section, sectionNames } from '../news/section.ts';
import {
  BLOCK_SHAPES,
  DEFAULT_THEME,
  type HomeBlock,
  type ThemeSettings,
} from '../pages/theme-settings.ts';
import { countTo, expected, oneOf, readParts } from './parts.ts';
import { WHOLE } from './place.ts';
import { record, type Schema, TEXT } from './settings.ts';
import { type Fault, onePair, textOf, within } from './values.ts';

/** The most stories of a block. */
const BLOCK_MAX = 12;

const BLOCK_PARTS = ['section', 'shape', 'count'];

const HOW =
  'Write it as blocks: [Rajoni, Sport], or each block as a record: {section: Rajoni, shape: lead, count: 4}.';

const SECTION: Schema = { anyOf: [TEXT, { type: 'integer' }] };

export const HOME_SCHEMA: Schema = record({
  top: { type: 'integer', minimum: 1, maximum: FRONT_SIZE },
  blocks: {
    type: 'array',
    items: {
      anyOf: [
        ...(SECTION.anyOf as Schema[]),
        {
          ...record({
            section: SECTION,
            shape: { enum: BLOCK_SHAPES },
            count: { type: 'integer', minimum: 1, maximum: BLOCK_MAX },
          }),
          required: ['section'],
        },
      ],
    },
  },
});

/** Reads the home page; `sections` are those that the paper declares, null if it declares none. */
export function readHome(
  value: unknown,
  sections: readonly Section[] | null,
  fault: Fault,
): ThemeSettings['home'] {
  const read = readParts({ key: 'home', value }, fault, {
    top: countTo(FRONT_SIZE),
    blocks: (list, told) =>
      Array.isArray(list)
        ? readBlocks(list, sections, told)
        : expected('a list of sections, such as [Rajoni, Sport]'),
  });
  return { ...DEFAULT_THEME.home, ...read };
}

function readBlocks(
  items: readonly unknown[],
  sections: readonly Section[] | null,
  fault: Fault,
): readonly HomeBlock[] {
  const blocks = new Map<string, HomeBlock>();
  for (const [place, item] of items.entries()) {
    const told = within(fault, place);
    const block = readBlock(item, told);
    if (block === null) continue;
    const way = typeof item === 'object' ? { path: ['section'] } : WHOLE;
    const one =
      sections === null
        ? section(sectionNames(block.section))
        : findSection(block.section, sections);
    if (one === null)
      told(
        'config/value',
        `there is no section "${block.section}"`,
        known(block.section, sections ?? []),
        way,
      );
    else if (blocks.has(one.slug))
      told(
        'config/value',
        `the block "${block.section}" appears twice`,
        'Keep one of the two.',
        way,
      );
    else blocks.set(one.slug, { ...block, section: one.names.join(' / ') });
  }
  return [...blocks.values()];
}

function readBlock(item: unknown, fault: Fault): HomeBlock | null {
  const plain = sectionText(item);
  if (plain !== null) return { section: plain, shape: null, count: null };
  const pair = onePair(item, BLOCK_PARTS);
  if (pair !== null || !isRecord(item)) {
    fault('config/value', `"${pair ?? shown(item)}" is not a block of the home page`, HOW);
    return null;
  }
  const read = readParts({ key: sectionText(item.section) ?? 'blocks', value: item }, fault, {
    section: (value) => sectionText(value) ?? expected('the name of a section'),
    shape: oneOf(BLOCK_SHAPES),
    count: countTo(BLOCK_MAX),
  });
  const { section: name, shape = null, count = null } = read;
  if (name !== undefined) return { section: name, shape, count };
  // A part that is no part is told, and may be the section.
  if (Object.keys(item).every((part) => BLOCK_PARTS.includes(part)) && !('section' in item))
    fault('config/value', 'a block names no section', HOW);
  return null;
}

/** The name of a section; YAML makes a number of `2026`. */
function sectionText(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : textOf(value);
}

function known(text: string, sections: readonly Section[]): string {
  if (sections.length === 0) return 'No section is declared: sections: is an empty list.';
  const names = sections.map((one) => one.names.join(' / '));
  return `${didYouMean(suggest(text, names))}The sections are ${names.join(', ')}.`;
}
