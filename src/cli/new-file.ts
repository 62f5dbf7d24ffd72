/** A file of an article or a page that `gazeta new` makes, and never in the place of another. */
import { discover, type Sources, sourceTrees } from '../content/discover.ts';
import type { World } from './world.ts';

export interface NewFile {
  /** Below the site, with a slash at its end. */
  readonly folder: string;
  /** Without its ending. */
  readonly name: string;
  /** Of its front matter, but for the last, which makes it a draft. */
  readonly lines: readonly (string | null)[];
  /** True if of a file at a path and one that is there one would hide the other. */
  hides(there: Sources, path: string): boolean;
}

/** Makes the file under a name that no other has. */
export function createFile(
  { files }: World,
  site: string,
  { folder, name, lines, hides }: NewFile,
  draft: string | null,
): string {
  const text = ['---', ...lines, draft, '---', '', ''].filter((line) => line !== null);
  const bytes = new TextEncoder().encode(text.join('\n'));
  const there = discover(sourceTrees(files, site, 1));
  for (let number = 1; ; number++) {
    const path = `${folder}${number === 1 ? name : `${name}-${number}`}.md`;
    if (!hides(there, path) && files.create(`${site}/${path}`, bytes)) return path;
  }
}
