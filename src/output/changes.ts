/** The list of what a build changed (`--changes`), for tools that upload files and empty caches. */
import { type Address, href, type OutPath } from '../base/paths.ts';
import type { Changes } from './publish.ts';

/** The list as data; `schema/changes.json` is its form. Paths are relative to the output folder, and sorted. */
export interface ChangesList {
  /** Of this form. */
  readonly version: 1;
  /** Files to upload: new ones, and those with other bytes. */
  readonly written: readonly OutPath[];
  /** Files to remove now. */
  readonly removed: readonly OutPath[];
  /**
   * Style sheets and scripts under a name that no page has any more. Pages in caches still ask for them:
   * remove them a day later.
   */
  readonly retired: readonly OutPath[];
  /** How many files stayed as they were. */
  readonly unchanged: number;
  /** Addresses whose content in caches is old: full ones, or paths while the paper has no url. */
  readonly purge: readonly string[];
}

/** Files that tell a host something and have no address of their own. */
const SILENT = /^(?:_headers$|_redirects$|\.nojekyll$|_host\/)/;
const FINGERPRINTED = /^_assets\/.*\.[0-9a-f]{8}\.[^./]+$/;

export function changesList(
  { written, removed, unchanged }: Changes,
  { origin, base }: { readonly origin: string | null; readonly base: string },
): ChangesList {
  const isRetired = (out: OutPath) => FINGERPRINTED.test(out);
  const purge = [...written, ...removed]
    .filter((out) => !isRetired(out) && !SILENT.test(out))
    .map((out) => (origin ?? '') + href(base, addressOf(out)));
  return {
    version: 1,
    written,
    removed: removed.filter((out) => !isRetired(out)),
    retired: removed.filter(isRetired),
    unchanged,
    purge: purge.sort(),
  };
}

/** The address at which a static host serves a file. */
function addressOf(out: OutPath): Address {
  return `/${out.replace(/(^|\/)index\.html$/, '$1')}` as Address;
}
