/** The file of `--changes`: what is to be uploaded, removed and purged since the last such list. */
import { FilesError } from '../base/files.ts';
import { type BuildOptions, type BuildResult, storeOf } from '../begin.ts';
import { SOURCE_FOLDERS } from '../content/source-folders.ts';
import { type ChangesList, changesList } from '../output/changes.ts';
import { beginTelling, changesSince } from '../output/changes-since.ts';
import { recordFolder, STAGED } from '../output/journal.ts';
import type { Changes } from '../output/publish.ts';
import { UsageError, type World } from './world.ts';

/** Writes the list of a build; false if it could not be written, which is told: by then the site is published. */
export type ListWriter = (result: BuildResult) => boolean;

/**
 * Sees before anything is published that the list can be written, and takes an old one away: a build that publishes nothing
 * leaves none. Both are absolute: `path` is its file, `out` the output folder.
 */
export function openList(
  path: string,
  out: string,
  { site, store }: Pick<BuildOptions, 'site' | 'store'>,
  world: World,
): ListWriter {
  const { files, printer } = world;
  const place = files.place(path);
  const isIn = (one: string) => `${place}/`.startsWith(`${files.place(one)}/`);
  if ([...SOURCE_FOLDERS, '.gazeta', 'site.yaml'].some((one) => isIn(`${site}/${one}`)))
    throw new UsageError(`--changes ${path} is a source of the paper`);
  if (place !== files.place(out) && isIn(out))
    throw new UsageError(
      `--changes ${path} lies in the output folder and would be published. Name a file elsewhere`,
    );
  const kind = files.kind(path);
  if (kind === 'folder') throw new UsageError(`--changes ${path} is a folder`);
  // Such as /dev/stdout, which would be removed.
  if (kind === 'file' && files.sizeOf(path) === null)
    throw new UsageError(`--changes ${path} is a device or the like, and no file`);
  files.write(path, new Uint8Array());
  files.remove(path);
  const records = recordFolder(storeOf(site, store), site, out);
  beginTelling(files, records, 'listed');

  return ({ changes, paper }) => {
    if (changes === null) return true;
    const since = changesSince(files, records, 'listed');
    const all = since === null ? changes : together(changes, since.changes);
    try {
      // Where it is, it is whole: who finds it need not ask how the build ended.
      files.write(path + STAGED, bytesOf(changesList(all, paper)));
      files.rename(path + STAGED, path);
    } catch (error) {
      if (!(error instanceof FilesError)) throw error;
      printer.message(
        `${printer.paint('red', 'error')} output/file: ${error.message}\n  The site was published; only the list of what changed is missing. The next one has these changes, too.`,
      );
      return false;
    }
    try {
      since?.keep();
    } catch (error) {
      // The next list has the same again, which is no harm.
      if (!(error instanceof FilesError)) throw error;
    }
    return true;
  };
}

/** What a build did, with what those did of which no list came to be. A page made again as it had been is its own. */
function together(own: Changes, since: Changes): Changes {
  const both = (name: 'written' | 'removed') => [...new Set([...own[name], ...since[name]])].sort();
  const written = both('written');
  const known = since.written.length + since.unchanged;
  return { written, removed: both('removed'), unchanged: known - written.length };
}

function bytesOf(list: ChangesList): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(list, null, 2)}\n`);
}
