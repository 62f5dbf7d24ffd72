/**
 * The files of a build, one after the other: each has one maker, and is counted. One that stands as it would be made
 * is kept, others are staged while there is no error.
 */
import type { WithDiagnostics } from '../base/findings.ts';
import { type Address, type OutPath, outPath } from '../base/paths.ts';
import { type Mark, NO_MARK } from '../memo/mark.ts';
import type { KeptParts } from '../memo/parts.ts';
import { type Claims, claims, type Maker } from './claims.ts';
import { type PublishedKind, placeOf } from './manifest.ts';
import type { NameCheck } from './names.ts';
import type { Publisher } from './publish.ts';
import type { Staged } from './stage.ts';

/** A file of the output that is no page. */
export interface OutputFile {
  readonly out: OutPath;
  /** What makes it: a file of the site, or a page in words. */
  readonly maker: string;
  /** Stands for its bytes and whatever they are made from; `NO_MARK` if only the bytes can tell. */
  readonly key: Mark;
  bytes(): Uint8Array;
}

/** A page that another thread made and staged. */
export interface MadePage extends Maker {
  readonly kind: PublishedKind;
  readonly key: Mark;
  readonly parts: KeptParts;
  readonly staged: Staged;
}

/** Takes files in. */
export interface Collector {
  /**
   * True if the file at a place stands as it would be made; then it is taken in, and need not be made. The key is asked
   * for only if something stands there.
   */
  stands(place: Mark, key: () => Mark, kind: PublishedKind, who: () => Maker): boolean;
  /** True if the file at an address stands as it would be made. */
  wouldStand(address: Address, key: Mark): boolean;
  /**
   * What was made of this key, where the folder is not trusted, and so all is made again: the file's own bytes, if they are those
   * on record. For what takes long to make.
   */
  madeBefore(address: Address, key: Mark): Uint8Array | null;
  /** Takes in a file that was made; `parts` are those of its key. */
  add(made: Maker, bytes: Uint8Array, kind: PublishedKind, key: Mark, parts?: KeptParts): void;
  /** Takes in a page that another thread made and staged. */
  take(page: MadePage): void;
  /** Takes in a file that is made only if it does not stand. */
  addFile(file: OutputFile): void;
  readonly names: Claims;
  /** All files so far, with their bytes. */
  published(): Iterable<{ readonly out: OutPath; readonly size: number }>;
}

/**
 * `note` tells what is wrong; `target` stages, or is null if nothing is to be published. `remembers` is false if what
 * files were made from is of no interest: then all are made.
 */
export function collector(
  target: Publisher | null,
  note: (found: WithDiagnostics) => unknown,
  isFatal: () => boolean,
  articleAt: (place: Mark) => Maker,
  remembers: boolean,
  checkName: NameCheck,
): Collector {
  const names = claims(articleAt, target?.standing.size ?? 0);
  /** Without an object for each: there may be a million. */
  const made: OutPath[] = [];
  const sizes: number[] = [];
  const kept: number[] = [];
  const trusted = target !== null && remembers && target.trusted ? target : null;

  const self: Collector = {
    names,
    stands(place, key, kind, who) {
      const row = trusted === null ? -1 : trusted.standing.find(place);
      if (trusted === null || row < 0) return false;
      const wanted = key();
      if (wanted === NO_MARK || trusted.standing.keyOf(row) !== wanted) return false;
      note(names.claim(place, kind, who));
      trusted.keep(row);
      kept.push(row);
      return true;
    },
    wouldStand(address, key) {
      const row = trusted?.standing.find(placeOf(outPath(address))) ?? -1;
      return row >= 0 && trusted?.standing.keyOf(row) === key;
    },
    madeBefore(address, key) {
      if (target === null || !remembers) return null;
      const row = target.standing.find(placeOf(outPath(address)));
      return row >= 0 && target.standing.keyOf(row) === key ? target.read(row) : null;
    },
    add(one, bytes, kind, key, parts) {
      note(checkName(one.out, one.maker));
      note(names.claim(placeOf(one.out), kind, () => one));
      made.push(one.out);
      sizes.push(bytes.length);
      if (isFatal()) return;
      if (remembers) target?.stage(one.out, bytes, kind, key, parts);
      else target?.stage(one.out, bytes, kind, NO_MARK);
    },
    take({ out, maker, kind, key, parts, staged }) {
      note(names.claim(placeOf(out), kind, () => ({ out, maker })));
      made.push(out);
      sizes.push(staged.size);
      if (remembers) target?.take(out, staged, kind, key, parts);
      else target?.take(out, staged, kind, NO_MARK);
    },
    addFile(file) {
      const { out, maker, key } = file;
      if (
        !self.stands(
          placeOf(out),
          () => key,
          'other',
          () => file,
        )
      )
        self.add({ out, maker }, file.bytes(), 'other', key);
    },
    *published() {
      for (const [at, out] of made.entries()) yield { out, size: sizes[at] as number };
      for (const row of kept)
        if (trusted !== null)
          yield { out: trusted.standing.outOf(row), size: trusted.standing.sizeOf(row) };
    },
  };
  return self;
}
