/**
 * References as numbers: of a hundred thousand articles nobody reads where they lead, only whether that
 * is another place than before.
 */
import type { Reference } from '../content/document.ts';
import type { Pictures } from '../content/picture.ts';
import type { Shelf } from '../content/shelf.ts';
import { type Mark, markOf, mixInto, NO_MARK } from '../memo/mark.ts';
import type { Article } from './article.ts';
import type { ImageField } from './image.ts';
import { placeMarkOf } from './places.ts';
import { isElsewhere, publicNames, readReference } from './reference.ts';
import { FLAGS, type RegisterColumns } from './register-columns.ts';

/** What a reference means; with `LEAD` it is the picture that stands for the article. */
const CODES = { missing: 0, article: 1, attachment: 2, address: 3, image: 4, lead: 8 } as const;

/**
 * Each reference is a code and two marks: of the article's file, of the file, or of the address and the file of `public/`.
 * Where an address may be that of several files, it is as many.
 */
const REFERENCE_SIZE = 3;

/** The references of an article, its picture last. */
export function referenceMarks(
  path: string,
  references: readonly Reference[],
  image: ImageField | null,
): readonly number[] {
  const marks = references.flatMap(({ kind, target }) =>
    marksOf(path, target, kind === 'image' ? CODES.image : 0),
  );
  return image === null || isElsewhere(image.src)
    ? marks
    : [...marks, ...marksOf(path, image.src, CODES.image | CODES.lead)];
}

/** Whether a file is there is asked later; here every name means one. */
const ANYTHING = { attachments: { has: () => true }, publicFiles: { has: () => true } };

function marksOf(path: string, text: string, flags: number): readonly number[] {
  const target = readReference(path, text, ANYTHING);
  switch (target.kind) {
    case 'article':
      return [CODES.article | flags, markOf(target.path), NO_MARK];
    case 'attachment':
      return [CODES.attachment | flags, markOf(target.file), NO_MARK];
    case 'address': {
      const place = placeMarkOf(target.address);
      return publicNames(target).flatMap((file) => [CODES.address | flags, place, markOf(file)]);
    }
    case 'missing':
      return [CODES.missing | flags, NO_MARK, NO_MARK];
  }
}

/** Where references lead at an instant, as marks. */
export interface ReferenceStates {
  /** Of all references of an article. */
  all(article: Article): Mark;
  /** Of the picture that stands for it. */
  picture(article: Article): Mark;
}

/** What references can lead to. */
export interface ReferenceWorld {
  /** Stands for the address of the article or page of a file that readers see; null if they see none. */
  readonly addressOfFile: (path: Mark) => Mark | null;
  /** Stands for that of the one at a place. */
  readonly addressAt: (place: Mark) => Mark | null;
  /** True if one would be at a place that readers cannot see. */
  readonly isHidden: (place: Mark) => boolean;
  readonly shelf: Shelf;
  readonly pictures: Pictures;
  readonly columns: RegisterColumns;
}

export function referenceStates(world: ReferenceWorld): ReferenceStates {
  const { addressOfFile, addressAt, isHidden, shelf, pictures, columns } = world;
  const { flags, references, refersFrom, refersSize } = columns;
  const file = (name: Mark, flags: number): number => {
    const number = shelf.find(name);
    if (number < 0) return -2;
    return (flags & CODES.image) === 0 ? 1 : pictures.markAt(number);
  };
  const state = (code: number, first: Mark, second: Mark): number => {
    switch (code & 3) {
      case CODES.article:
        return addressOfFile(first) ?? -3;
      case CODES.attachment:
        // Of two that bear the same name beside articles of two folders each has an address.
        return mixInto(first, file(first, code));
      case CODES.address: {
        const there = addressAt(first);
        if (there !== null) return mixInto(2, there);
        return mixInto(isHidden(first) ? 4 : 3, file(second, code));
      }
      default:
        return 0;
    }
  };
  const gather = (row: number, only: number): Mark => {
    const from = refersFrom[row] as number;
    const end = from + (refersSize[row] as number);
    let mark = 0 as Mark;
    for (let at = from; at < end; at += REFERENCE_SIZE) {
      const code = references[at] as number;
      if ((code & only) !== only) continue;
      mark = mixInto(mark, state(code, references[at + 1] as Mark, references[at + 2] as Mark));
    }
    return mark;
  };
  const refers = (row: number) => ((flags[row] as number) & FLAGS.refers) !== 0;
  return {
    all: ({ row }) => (refers(row) ? gather(row, 0) : NO_MARK),
    // Without one it is the same whatever else the article refers to.
    picture: ({ row }) => (refers(row) ? gather(row, CODES.lead) : (0 as Mark)),
  };
}

/** True if a reference may lead nowhere, or to what cannot be shown; then it is read to be sure. */
export function mayFail(
  { row }: Article,
  { references, refersFrom, refersSize }: RegisterColumns,
  {
    shelf,
    pictures,
    isThere,
  }: {
    readonly shelf: Shelf;
    /** Null if nothing is asked of what is in them. */
    readonly pictures: Pictures | null;
    /** True if an article that stays as long as this one is at that file. */
    readonly isThere: (path: Mark) => boolean;
  },
): boolean {
  const from = refersFrom[row] as number;
  const end = from + (refersSize[row] as number);
  for (let at = from; at < end; at += REFERENCE_SIZE) {
    const code = references[at] as number;
    const kind = code & 3;
    if (kind === CODES.missing) return true;
    if (kind === CODES.article && !isThere(references[at + 1] as Mark)) return true;
    if (kind === CODES.article) continue;
    const isImage = (code & CODES.image) !== 0;
    const number = shelf.find(references[at + (kind === CODES.address ? 2 : 1)] as Mark);
    if (number < 0 && (isImage || kind === CODES.attachment)) return true;
    if (number >= 0 && isImage && pictures?.isBroken(shelf.nameAt(number))) return true;
  }
  return false;
}

/** Files of the shelf, by their numbers. */
export interface ReferredTo {
  readonly files: ReadonlySet<number>;
  /** Those among them that are shown as pictures. */
  readonly pictures: ReadonlySet<number>;
}

/** What articles refer to. */
export function filesReferredTo(
  articles: readonly Article[],
  { references, refersFrom, refersSize }: RegisterColumns,
  shelf: Shelf,
): ReferredTo {
  const files = new Set<number>();
  const pictures = new Set<number>();
  for (let one = 0; one < articles.length; one++) {
    const { row } = articles[one] as Article;
    const from = refersFrom[row] as number;
    const end = from + (refersSize[row] as number);
    for (let at = from; at < end; at += REFERENCE_SIZE) {
      const code = references[at] as number;
      const kind = code & 3;
      if (kind !== CODES.attachment && kind !== CODES.address) continue;
      const name = references[at + (kind === CODES.attachment ? 1 : 2)] as Mark;
      const number = shelf.find(name);
      if (number < 0) continue;
      files.add(number);
      if ((code & CODES.image) !== 0) pictures.add(number);
    }
  }
  return { files, pictures };
}

/** True if an article names a file that is not there, or an address that is no file's. */
export function findsNoFile(
  { row }: Article,
  { references, refersFrom, refersSize }: RegisterColumns,
  shelf: Shelf,
): boolean {
  const from = refersFrom[row] as number;
  const end = from + (refersSize[row] as number);
  for (let at = from; at < end; at += REFERENCE_SIZE) {
    const code = (references[at] as number) & 3;
    if (code === CODES.article) continue;
    const name = references[at + (code === CODES.address ? 2 : 1)] as Mark;
    if (code === CODES.missing || shelf.find(name) < 0) return true;
  }
  return false;
}
