/** How far a long build is, on a terminal: it goes when the build is done. */
import type { World } from './world.ts';

/** What takes less is not worth a word, in milliseconds. */
const LONG = 500;

/** Between two words, in milliseconds: the eye reads no faster, and writing costs as much as a page. */
const PAUSE = 100;

const STAGES = {
  articles: 'Reading articles',
  pages: 'Making pages',
  pictures: 'Making pictures smaller',
  exports: 'Reading exports',
  posts: 'Importing posts',
} as const;

/** Is told how far work is. */
type Progress = (stage: keyof typeof STAGES, done: number, total: number | null) => void;

/** Does long work, and tells how far it is; what is told goes before anything else is told. */
export function withProgress<T>(
  world: World,
  isWanted: boolean,
  work: (progress: Progress | undefined) => T,
): T {
  const progress = isWanted ? progressOf(world) : null;
  try {
    return work(progress?.tell);
  } finally {
    progress?.end();
  }
}

/** Tells of a build; null where nobody looks. `end` takes the line away. */
function progressOf({ printer, live }: World): { tell: Progress; end: () => void } | null {
  const { status } = printer;
  if (status === undefined || live === undefined) return null;
  const begun = live.elapsed();
  let last = begun + LONG - PAUSE;
  let stage = '';
  let since = begun;
  let from = 0;
  return {
    tell(name, done, total) {
      const now = live.elapsed();
      if (name !== stage) {
        stage = name;
        since = now;
        from = done;
      }
      if (now - last < PAUSE) return;
      last = now;
      const rate = Math.round(((done - from) / Math.max(1, now - since)) * 1000);
      const of = total === null ? '' : ` of ${grouped(total)}`;
      status(`${STAGES[name]}: ${grouped(done)}${of}, ${grouped(rate)} a second`);
    },
    end: () => status(''),
  };
}

/** 12,345: as the other words of the terminal, in English. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
