/** Where the file of each article is: by its day and slug, so that another import finds it again. */
import type { Files } from '../base/files.ts';

/** The ways to name the file of a post, below `articles/` and without its ending. */
export interface Wanted {
  /** `2024/06/2024-06-05-bridge`. */
  readonly path: string;
  /** Tells it from another post of that day and slug. */
  readonly id: string;
  /** Names that it would have had before its slug or day was changed in WordPress. */
  readonly former: readonly string[];
}

/** Decides: each name is given once. */
export function fileNames(files: Files, articles: string): (wanted: Wanted) => string {
  const given = new Set<string>();
  const numbers = new Map<string, number>();
  const isThere = (path: string) => files.kind(`${articles}/${path}.md`) !== 'none';
  const nameFor = ({ path, id, former }: Wanted): string => {
    const own = `${path}-${id}`;
    // It had this one in an earlier import, which may have met the other post first.
    if (id !== '' && !given.has(own) && isThere(own)) return own;
    if (!given.has(path)) {
      if (former.length === 0 || isThere(path)) return path;
      return former.find((one) => !given.has(one) && isThere(one)) ?? path;
    }
    if (id !== '' && !given.has(own)) return own;
    for (let number = numbers.get(path) ?? 2; ; number++) {
      numbers.set(path, number + 1);
      if (!given.has(`${path}-${number}`)) return `${path}-${number}`;
    }
  };
  return (wanted) => {
    const name = nameFor(wanted);
    given.add(name);
    return name;
  };
}
