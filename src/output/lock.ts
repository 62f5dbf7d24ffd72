/** One build of a site at a time: they share the store, and most often the output folder. */
import type { Files } from '../base/files.ts';

/** Another build of this site runs: exit code 75 (EX_TEMPFAIL of sysexits.h: try again later). */
export class SiteBusy extends Error {
  override readonly name = 'SiteBusy';
  constructor(
    /** Who holds the lock, as `process 123 on host`; empty if that cannot be read. */
    readonly holder: string,
  ) {
    super(`another build of this site runs${holder === '' ? '' : ` (${holder})`}`);
  }
}

/**
 * Takes the lock of a site, and returns what lets go of it; throws SiteBusy if another build holds it. The lock file
 * stays when it is let go: if it were removed, one who has opened it would lock a file that no third can see.
 */
export function lockSite(files: Files, store: string): () => void {
  const path = `${store}/lock`;
  const release = files.lock(path);
  if (release !== null) return release;
  throw new SiteBusy(holderOf(files, path));
}

function holderOf(files: Files, path: string): string {
  try {
    return new TextDecoder().decode(files.readIfThere(path) ?? new Uint8Array()).trim();
  } catch {
    // Windows lets nobody else read a locked file.
    return '';
  }
}
