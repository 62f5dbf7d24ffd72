/** Files that cannot be read while a page is made: nobody may, or they went since the paper was looked at. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { FilesError } from '../base/files.ts';

/** What came of work that reads files: its value, or what is told of the file that could not be read. */
export type Tried<T> =
  | { readonly value: T; readonly fault: null }
  | { readonly value: null; readonly fault: Diagnostic };

/** Does work that reads files of a paper. */
export function tried<T>(site: string, work: () => T): Tried<T> {
  try {
    return { value: work(), fault: null };
  } catch (error) {
    if (!(error instanceof FilesError)) throw error;
    return { value: null, fault: unread(error, site) };
  }
}

/** What is told of a file that cannot be read. */
export function unread({ path, message }: FilesError, site: string): Diagnostic {
  const file = path.startsWith(`${site}/`) ? path.slice(site.length + 1) : path;
  const help = 'Let this user read it, or move it elsewhere. It is tried again by itself.';
  return diagnostic('output/file', file, message, help);
}
