/**
 * A build is made again if what it stands on gave way under it: a file that somebody edited meanwhile, a store that is
 * damaged, an output folder from which somebody took files.
 */
import { diagnostic } from './base/diagnostic.ts';
import { FilesError } from './base/files.ts';
import { CHANGED } from './base/files-error.ts';
import { type Begun, type BuildOptions, type BuildResult, look } from './begin.ts';
import { StoreDamaged } from './memo/heap.ts';
import { borrowedMemo, lastingMemo, type Memo, passingMemo, passingScratch } from './memo/memo.ts';

/** One attempt; null if files are gone from the output folder that were to stay as they are. */
export type Attempt = (memo: Memo, options: BuildOptions, begun: Begun) => BuildResult | null;

/**
 * If a file is not the one that its entry was made from, all are looked at again. The last time all are read, for
 * somebody may have set their times back to what they were.
 */
const TRIES = 3;

/** Goes on with a build that has begun until an attempt comes to its end, and lets go of the site. */
export function attempts(begun: Begun, options: BuildOptions, attempt: Attempt): BuildResult {
  try {
    for (let tries = 1; ; tries++)
      try {
        return withStore(tries === 1 ? begun : { ...begun, ...look(options) }, attempt, {
          ...options,
          verify: options.verify || tries === TRIES,
        });
      } catch (error) {
        const hasChanged = error instanceof FilesError && error.code === CHANGED;
        if (!hasChanged || tries === TRIES) throw error;
      }
  } finally {
    begun.release();
  }
}

/** What is damaged is nothing: the build begins anew, and leaves a store that is whole. */
function withStore(begun: Begun, attempt: Attempt, options: BuildOptions): BuildResult {
  const { files } = options;
  const { store } = begun;
  const memo = memoFor(options, store);
  try {
    return trusting(memo, begun, attempt, options);
  } catch (error) {
    if (!(error instanceof StoreDamaged)) throw error;
    const isOwn = options.purpose === 'publish';
    if (isOwn) files.remove(`${store}/memo`);
    const empty = memoFor({ ...options, cache: isOwn }, store);
    try {
      return trusting(empty, begun, attempt, options);
    } finally {
      empty.close();
    }
  } finally {
    memo.close();
  }
}

function trusting(memo: Memo, begun: Begun, attempt: Attempt, options: BuildOptions): BuildResult {
  const result =
    attempt(memo, options, begun) ?? attempt(memo, { ...options, verify: true }, begun);
  if (result === null) throw new Error('files of the output went while all of it was looked at');
  return result;
}

function memoFor({ files, version, cache, purpose }: BuildOptions, store: string): Memo {
  if (cache && purpose === 'publish') return lastingMemo(files, store, version);
  const scratch = passingScratch(files, `${store}/passing`);
  return cache ? borrowedMemo(files, store, version, scratch) : passingMemo(scratch);
}

/**
 * What a build published, whatever becomes of what it would keep for those after it: by then readers see the new site, and the list of
 * its changes must not be lost.
 */
export function keeping({ store }: Begun, result: BuildResult, keep: () => void): BuildResult {
  try {
    keep();
    return result;
  } catch (error) {
    if (!(error instanceof FilesError || error instanceof StoreDamaged)) throw error;
    const why = error instanceof FilesError ? error.message : `${store}: ${error.message}`;
    const fault = diagnostic(
      'output/kept',
      '',
      why,
      'The site is published. Only what the next build would have known is not kept: it makes again what changed since the last that is.',
    );
    return { ...result, diagnostics: [...result.diagnostics, fault] };
  }
}
