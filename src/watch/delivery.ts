/**
 * What of the published site was not handed on yet. The record of what was handed on is the manifest of that time, so that
 * nothing is lost whatever comes between: a command that failed, a build that was killed or made by hand, a new start.
 */
import type { Files } from '../base/files.ts';
import type { OutPath } from '../base/paths.ts';
import { type ChangesList, changesList } from '../output/changes.ts';
import { changesSince } from '../output/changes-since.ts';
import { recordFolder, writeRecord } from '../output/journal.ts';
import type { Manifest } from '../output/manifest.ts';
import type { Changes } from '../output/publish.ts';

/** What is to be handed on. */
export interface Delivery {
  readonly list: ChangesList;
  /** To be called before anything of it is handed on: from then on its files are in doubt. */
  begin(): void;
  /** To be called when all of it was. */
  done(): void;
}

/** Where a site is published. */
export interface Published {
  readonly site: string;
  readonly out: string;
  readonly store: string;
  /** `PaperFacts`. */
  readonly origin: string | null;
  readonly base: string;
}

/** What was published and not handed on; null if that is nothing. What was never handed on is new, every file of it. */
export function nextDelivery(
  files: Files,
  { site, out, store, origin, base }: Published,
): Delivery | null {
  const folder = recordFolder(store, site, out);
  const doubtful = `${folder}/in-doubt`;
  const since = changesSince(files, folder, 'handed');
  if (since === null) return null;
  const inDoubt = readDoubts(files, doubtful);
  const changes = withDoubts(since.changes, since.now, inDoubt);
  if (changes.written.length + changes.removed.length === 0) return null;
  return {
    list: changesList(changes, { origin, base }),
    begin() {
      const paths = [...new Set([...inDoubt, ...changes.written, ...changes.removed])];
      writeRecord(files, doubtful, new TextEncoder().encode(JSON.stringify(paths)), true);
    },
    done() {
      since.keep();
      files.remove(doubtful);
    },
  };
}

/** Files that were perhaps handed on in part: as they are now, whatever they were then. */
function withDoubts(changes: Changes, now: Manifest, inDoubt: readonly OutPath[]): Changes {
  if (inDoubt.length === 0) return changes;
  const written = new Set(changes.written);
  const removed = new Set(changes.removed);
  const places = new Set<OutPath>();
  for (let row = 0; row < now.size; row++) places.add(now.outOf(row));
  for (const path of inDoubt) (places.has(path) ? written : removed).add(path);
  const unchanged = now.size - written.size;
  return { written: [...written].sort(), removed: [...removed].sort(), unchanged };
}

function readDoubts(files: Files, path: string): OutPath[] {
  const bytes = files.readIfThere(path);
  if (bytes === null) return [];
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // It was cut by a power cut; then no command had begun.
    return [];
  }
}
