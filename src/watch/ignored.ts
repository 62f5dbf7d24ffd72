/** What a watcher of a paper does not look into: what builds write, and what is no part of the paper. */
import { STAGED } from '../output/journal.ts';

/** These folders, by their absolute paths. */
export function ignoredFolders(site: string, out: string, store: string): readonly string[] {
  return [out, out + STAGED, store, `${site}/node_modules`, `${site}/.git`];
}
