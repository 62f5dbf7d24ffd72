/** What a watcher of a paper passes over. */
import { STAGED } from '../output/journal.ts';

/** Folders that builds write, and those that are no part of the paper, by their absolute paths. */
export function ignoredFolders(site: string, out: string, store: string): readonly string[] {
  return [out, out + STAGED, store, `${site}/node_modules`, `${site}/.git`];
}

/** Files that editors and systems leave while somebody writes. No build reads them. */
const LITTER = /(^|\/)(\.#[^/]*|#[^/]*#|[^/]*~|[^/]*\.sw[px]|\.DS_Store|Thumbs\.db)$/;

/** True if a change of the file means nothing. */
export function isLitter(path: string): boolean {
  return LITTER.test(path);
}
