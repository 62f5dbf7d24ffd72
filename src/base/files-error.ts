/** What goes wrong with disks, in words for the person at the desk. */

/** A failure of the file system, in words for the person at the desk. */
export class FilesError extends Error {
  override readonly name = 'FilesError';
  constructor(
    readonly path: string,
    /** The system's code, such as `EACCES`, for machines. */
    readonly code: string,
    /** What was tried, such as `write`. */
    readonly operation: string,
  ) {
    super(`could not ${operation} ${path}: ${REASONS[code] ?? code}`);
  }
}

/** In the place of a system's code: the file is not the one that was read before. */
export const CHANGED = 'CHANGED';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'it is not there',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  ENOTEMPTY: 'the folder is not empty',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  EEXIST: 'something else is there',
  ELOOP: 'it is a link that leads in a circle',
  [CHANGED]: 'it is changed while it is read',
};

/** Does something to a path; what the system throws becomes a FilesError. */
export function attempt<T>(operation: string, path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    // Something that it does first, such as making the folder, has said already what went wrong.
    if (error instanceof FilesError) throw error;
    throw new FilesError(path, codeOf(error), operation);
  }
}

/** The code of what the system threw, `ENOENT`. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : String(error);
}
