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
    /** True if a part of what belongs together was done before: then not all is as it was. */
    readonly isHalfway = false,
  ) {
    super(`could not ${operation} ${path}: ${REASONS[code] ?? `the system says ${code}`}`);
  }
}

/** In the place of a system's code: the file is not the one that was read before. */
export const CHANGED = 'CHANGED';

/** In the place of a system's code: nothing is where a link leads. */
export const DANGLING = 'DANGLING';

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
  [DANGLING]: 'it is a link, and nothing is there',
  EFBIG: 'the file is larger than the disk or the limits of this user allow',
  ENFILE: 'too many files are open',
  ENOMEM: 'there is not enough memory',
  EBUSY: 'something else uses it',
  ETXTBSY: 'something else uses it',
  EXDEV: 'it is on another disk',
  EMLINK: 'it has too many links',
  EINVAL: 'the disk does not take that',
  EILSEQ: 'the disk does not take the characters of the name',
  ENOTSUP: 'the disk cannot do that',
  EOPNOTSUPP: 'the disk cannot do that',
  ENOSYS: 'the disk cannot do that',
  ENODEV: 'the disk is not there',
  ENXIO: 'the disk is not there',
  ESTALE: 'the disk of the network knows it no more',
  ETIMEDOUT: 'the disk of the network does not answer',
  EHOSTDOWN: 'the disk of the network does not answer',
  ENOTCONN: 'the disk of the network does not answer',
  EREMOTEIO: 'the disk of the network reports an error',
  ERR_FS_EISDIR: 'a folder stands where a file is needed',
  ERR_FS_FILE_TOO_LARGE: 'the file is too large to be read',
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

/** What a look finds; null where this user may not look, as if nothing were there. */
export function ifAllowed<T>(look: () => T): T | null {
  try {
    return look();
  } catch (error) {
    if (error instanceof FilesError && FORBIDDEN.has(error.code)) return null;
    throw error;
  }
}

const FORBIDDEN: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);

/** The code of what the system threw, `ENOENT`. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : String(error);
}
