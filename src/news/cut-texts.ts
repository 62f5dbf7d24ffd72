/** Texts for readers that lost their end to a comment of YAML: `title: Ligji #42` is the headline "Ligji". */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Document } from '../content/document.ts';
import type { Candidate, FieldName, Names } from './fields.ts';

/** For each field that readers see as text the keys below it that are such texts; an empty one is the field itself. */
type Texts<Field extends string> = Readonly<Partial<Record<Field, readonly string[]>>>;

const PICTURE = ['alt', 'caption', 'credit'];

/** Those of articles. Behind a date, an address or a number a comment takes nothing from anybody. */
export const ARTICLE_TEXTS: Texts<FieldName> = {
  title: [''],
  section: [''],
  tags: [''],
  authors: ['', 'name', 'display_name'],
  summary: [''],
  kicker: [''],
  image: PICTURE,
  location: [''],
  corrections: ['text'],
  series: [''],
};

/** Those of people. */
export const PERSON_TEXTS = { name: [''], role: [''], bio: [''], aliases: [''], image: PICTURE };

/** A warning for each of a file's texts that end where a comment begins. */
export function cutTexts<Field extends string>(
  { cuts }: Pick<Document, 'cuts'>,
  names: Names<Field>,
  texts: Texts<Field>,
): readonly Diagnostic[] {
  if (cuts.length === 0) return [];
  const fields = Object.keys(texts) as Field[];
  return cuts.flatMap(({ path, lost, asMeant, place }) => {
    const isText = fields.some((field) =>
      names[field].some((one) => texts[field]?.some((part) => leadsTo(path, one, part))),
    );
    if (!isText) return [];
    const key = path.at(-1) ?? '';
    return diagnostic(
      'front-matter/comment',
      place,
      `"${lost}" is read as a comment, and is no part of "${key}"`,
      `Put the value in quotes: ${asMeant}. If a comment is meant, write a space after the #.`,
    );
  });
}

/** True if keys are those of a candidate and of a part of it. Keys of a file are read in any letter case. */
function leadsTo(path: readonly string[], candidate: Candidate, part: string): boolean {
  if (!('key' in candidate)) return false;
  const wanted = [...candidate.key.split('.'), ...(part === '' ? [] : [part])];
  return (
    wanted.length === path.length &&
    wanted.every((key, at) =>
      at === 0 ? key.toLowerCase() === path[0]?.toLowerCase() : key === path[at],
    )
  );
}
