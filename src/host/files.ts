/** What is made of redirects and withdrawn addresses for a host. */
import type { Address } from '../base/paths.ts';
import type { Redirect } from '../news/redirect.ts';

/** A file of the output folder. */
export interface HostFile {
  readonly path: string;
  readonly text: string;
}

/** What a host's files are made of, beside the redirects. */
export interface HostInput {
  /** The path that all addresses begin with, such as `/paper`; usually empty. */
  readonly base: string;
  /** Addresses of withdrawn articles; each has its page. */
  readonly gone: readonly Address[];
  /** The site's own `_redirects`, which counts first; null if it has none. */
  readonly own: string | null;
}

export interface HostFiles {
  /** Files to publish, also in place of a `_redirects` of the site's own. */
  readonly files: readonly HostFile[];
  /** Redirects that must be pages, the newest first. */
  readonly asPages: readonly Redirect[];
  /** Lines of `_redirects` that count toward the host's limit, and its bytes; 0 without such a file. */
  readonly lines: number;
  readonly bytes: number;
}
