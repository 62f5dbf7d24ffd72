/** Which of the values that articles have in common are in use, whatever the instant. */
import type { DraftsOption, Series } from './article.ts';
import type { Byline } from './person.ts';
import { FLAGS } from './register-columns.ts';
import type { RegisteredNumbers } from './registered.ts';
import { isSetAside } from './schedule.ts';
import type { Section } from './section.ts';

/** What articles of one language have in common with one another; each value once. */
export interface InUse {
  readonly sections: readonly Section[];
  readonly bylines: readonly Byline[];
  readonly tags: readonly string[];
  readonly series: readonly Series[];
}

/** Gathers the values of one language of the paper, by its number, from all articles that count. */
export function inUse(
  { columns, names }: RegisteredNumbers,
  locale: number,
  options: DraftsOption,
): InUse {
  const { flags, from, authors, tags, lists, section, series } = columns;
  const used = {
    sections: new Uint8Array(names.sections.length),
    bylines: new Uint8Array(names.bylines.length),
    tags: new Uint8Array(names.tags.length),
    series: new Uint8Array(names.series.length),
  };
  for (let row = 0; row < flags.length; row++) {
    const own = flags[row] as number;
    if ((own & FLAGS.article) === 0 || columns.locale[row] !== locale) continue;
    if ((own & FLAGS.draft) !== 0 && isSetAside(DRAFT, options)) continue;
    used.sections[section[row] as number] = 1;
    used.series[series[row] as number] = 1;
    const start = from[row] as number;
    const middle = start + (authors[row] as number);
    const end = middle + (tags[row] as number);
    for (let at = start; at < middle; at++) used.bylines[lists[at] as number] = 1;
    for (let at = middle; at < end; at++) used.tags[lists[at] as number] = 1;
  }
  return {
    sections: usedOf(names.sections, used.sections),
    bylines: usedOf(names.bylines, used.bylines),
    tags: usedOf(names.tags, used.tags),
    series: usedOf(names.series, used.series),
  };
}

const DRAFT = { status: 'draft' } as const;

/** `null` stands for none where there may be none. */
function usedOf<T>(values: readonly T[], used: Uint8Array): NonNullable<T>[] {
  return values.flatMap((value, number) =>
    used[number] === 1 && value !== null ? [value] : [],
  ) as NonNullable<T>[];
}
